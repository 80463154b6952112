namespace Infoline.Desk.Accounts;

/// <summary>The words of sign-in and accounts.</summary>
public sealed class AccountTexts;
