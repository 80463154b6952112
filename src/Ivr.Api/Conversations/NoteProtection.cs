using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Infoline.Ivr.Conversations;

/// <summary>A consultant's notes may tell of the caller, so they lie in the queue's store as nobody but this line can read them, until the record takes them.</summary>
internal sealed class NoteProtection(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("conversation-notes");

    public string Write(string notes) => notes.Length == 0 ? "" : _protector.Protect(notes);

    /// <summary>Total: what cannot be read any more is empty.</summary>
    public string Read(string? written)
    {
        try
        {
            return string.IsNullOrEmpty(written) ? "" : _protector.Unprotect(written);
        }
        catch (CryptographicException)
        {
            return "";
        }
    }
}
