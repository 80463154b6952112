using Infoline.Desk.Audit;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;

namespace Infoline.Desk.Accounts;

/// <summary>An authenticator that is offered but not confirmed yet.</summary>
/// <param name="Secret">The secret, for one who types it.</param>
/// <param name="Seal">The secret as the form carries it back, readable by this program only.</param>
/// <param name="Picture">The QR code as SVG.</param>
internal sealed record OfferedFactor(string Secret, string Seal, string Picture);

/// <summary>Sets up the second factor: a secret is offered, a code proves that the app has it, recovery codes are shown once.</summary>
internal sealed class SecondFactorSetUp(IDataProtectionProvider protection, AccountChanges changes, TimeProvider time)
{
    private static readonly TimeSpan SealLife = TimeSpan.FromMinutes(30);

    public OfferedFactor Offer(Account account) => Show(account, Totp.NewSecret());

    /// <summary>The same offer again, after a wrong code; a new one when the seal does not hold.</summary>
    public OfferedFactor OfferAgain(Account account, string? seal) => Show(account, Open(account, seal) ?? Totp.NewSecret());

    /// <summary>The recovery codes when the code fits and the factor is set; null when it does not.</summary>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Account account, string? seal, string? code, string origin, CancellationToken cancellationToken)
    {
        if (Open(account, seal) is not { } secret || Totp.Match(secret, code, time.GetUtcNow(), 0) is not { } step)
        {
            return null;
        }

        var codes = Secrets.NewRecoveryCodes();
        var set = new AccountChange.SetSecondFactor(account.Id, secret, step, [.. codes.Select(recovery => Secrets.Hash(Secrets.Normalized(recovery)))]);
        return await changes.ApplyAsync(set, Actor.Of(account, origin), cancellationToken) is ChangeOutcome.Done ? codes : null;
    }

    private OfferedFactor Show(Account account, string secret)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Totp.Uri(secret, account.Name), QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return new OfferedFactor(secret, Protector(account).Protect(secret, SealLife), svg.GetGraphic(4, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }

    private string? Open(Account account, string? seal)
    {
        try
        {
            return seal is { Length: > 0 and < 2000 } ? Protector(account).Unprotect(seal) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(Account account) =>
        protection.CreateProtector("Infoline.Desk.SecondFactor", account.Id.ToString(), account.Stamp).ToTimeLimitedDataProtector();
}
