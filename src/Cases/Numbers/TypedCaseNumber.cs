using System.Globalization;

namespace Infoline.Cases.Numbers;

/// <summary>
/// What the keys that a caller pressed mean as the number of a case. The line asks for the running number and then for the year;
/// a caller who keys all digits of the whole number in order is understood as well. Where the keys are no number, the case says
/// which recording helps.
/// </summary>
public abstract record TypedCaseNumber
{
    private const int YearDigits = 4;
    private const int ReceiptDigits = 15;
    private const int ReceiptRunningDigits = 10;

    private TypedCaseNumber()
    {
    }

    /// <summary>A whole number, ready to be looked up.</summary>
    public sealed record Complete : TypedCaseNumber
    {
        private readonly string _body;

        internal Complete(string body, int year, bool isRunningAlone)
        {
            (_body, Year, IsRunningAlone) = (body, year, isRunningAlone);
            Candidates = isRunningAlone ? [Number(body)] : [.. Enumerable.Range(1, Math.Min(CaseNumber.LongestRunning, body.Length)).Select(length => Number(body[^length..])).Where(number => number > 0).Distinct()];
        }

        /// <summary>The year.</summary>
        public int Year { get; }

        /// <summary>Whether the caller gave the running number apart from the rest, so that it is known which digits it has.</summary>
        public bool IsRunningAlone { get; }

        /// <summary>The running numbers that the keys can mean; more than one only where all digits were keyed in a row.</summary>
        public IReadOnlyList<int> Candidates { get; }

        /// <summary>The running number as it is read back to the caller: without leading zeros.</summary>
        public string ReadBack => _body.TrimStart('0');

        /// <summary>Whether a case has the number that was keyed.</summary>
        public bool Fits(CaseNumber number)
        {
            if (number.Year != Year)
            {
                return false;
            }

            if (IsRunningAlone)
            {
                return number.Running == Candidates[0];
            }

            // Keyed in a row: perhaps the digits before the running number, perhaps zeros, then the running number.
            var running = number.Running.ToString(CultureInfo.InvariantCulture);
            if (!_body.EndsWith(running, StringComparison.Ordinal))
            {
                return false;
            }

            var head = _body[..^running.Length];
            return IsZeros(head) || (head.StartsWith(number.HeadDigits, StringComparison.Ordinal) && IsZeros(head[number.HeadDigits.Length..]));
        }

        private static bool IsZeros(string digits) => digits.All(digit => digit is '0');

        private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

        /// <summary>Without the digits: a record of this type may end up in a log.</summary>
        public override string ToString() => nameof(Complete);
    }

    /// <summary>A running number whose year is still to be asked for.</summary>
    /// <param name="Running">Its digits as they were keyed.</param>
    public sealed record NeedsYear(string Running) : TypedCaseNumber
    {
        /// <summary>Without the digits: a record of this type may end up in a log.</summary>
        public override string ToString() => nameof(NeedsYear);
    }

    /// <summary>No digit at all: the caller does not know where the number is.</summary>
    public sealed record Nothing : TypedCaseNumber;

    /// <summary>A year without a running number, or a running number of zeros.</summary>
    public sealed record TooShort : TypedCaseNumber;

    /// <summary>More digits than a number has.</summary>
    public sealed record TooLong : TypedCaseNumber;

    /// <summary>The year alone.</summary>
    public sealed record YearAlone : TypedCaseNumber;

    /// <summary>A number as offices gave them before 2011, or with a year of two digits from before then.</summary>
    public sealed record OldStyle : TypedCaseNumber;

    /// <summary>Far too long for a case: the number of a receipt from MOS or of a UPO, which is no case number.</summary>
    public sealed record Receipt : TypedCaseNumber;

    /// <summary>What stands for the year is none, or lies in the future.</summary>
    public sealed record WrongYear : TypedCaseNumber;

    /// <summary>Reads the keys. Total: any text has a meaning among the cases of this type.</summary>
    /// <param name="keys">Digits, with <c>#</c> or <c>*</c> where the caller pressed them; anything else is overlooked.</param>
    /// <param name="today">The day of the call: no case is of a later year.</param>
    /// <param name="insists">The caller was told that this looks like the year alone, and keys it again: it is a running number.</param>
    public static TypedCaseNumber Read(string? keys, DateOnly today, bool insists = false)
    {
        var groups = (keys ?? "").Split('#', '*')
            .Select(group => string.Concat(group.Where(char.IsAsciiDigit)))
            .Where(digits => digits.Length > 0)
            .ToArray();
        return groups switch
        {
            [] => new Nothing(),
            [var digits] => Row(digits, today, insists),
            [var running, var year] => Pair(running, year, today),
            _ => Row(string.Concat(groups), today, insists: true),
        };
    }

    private static TypedCaseNumber Pair(string running, string year, DateOnly today)
    {
        if (running.Length >= ReceiptRunningDigits)
        {
            return new Receipt();
        }

        var digits = running.TrimStart('0');
        return digits.Length switch
        {
            0 => new TooShort(),
            > CaseNumber.LongestRunning => new TooLong(),
            _ => YearOf(year, today) is { } known ? new Complete(digits, known, isRunningAlone: true) : FaultOfYear(year),
        };
    }

    private static TypedCaseNumber Row(string digits, DateOnly today, bool insists)
    {
        if (digits.All(digit => digit is '0'))
        {
            return new TooShort();
        }

        if (digits.Length <= CaseNumber.LongestRunning)
        {
            return !insists && digits.Length == YearDigits && YearOf(digits, today) == today.Year ? new YearAlone() : new NeedsYear(digits);
        }

        if (digits.Length >= ReceiptDigits + YearDigits)
        {
            return new Receipt();
        }

        if (YearOf(digits[^YearDigits..], today) is { } year)
        {
            return digits[..^YearDigits].All(digit => digit is '0') ? new TooShort() : new Complete(digits[..^YearDigits], year, isRunningAlone: false);
        }

        // In old numbers the year had two digits; only years before 2011 end so.
        return digits.Length >= ReceiptDigits ? new Receipt()
            : FaultOfYear(digits[^2..]) is OldStyle ? new OldStyle()
            : new TooLong();
    }

    private static int? YearOf(string digits, DateOnly today) =>
        digits.Length == YearDigits && CaseNumber.IsYear(digits, out var year) && year <= today.Year ? year : null;

    private static TypedCaseNumber FaultOfYear(string digits)
    {
        var year = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        return digits.Length switch
        {
            2 when year is < CaseNumber.FirstYear % 100 or >= 70 => new OldStyle(),
            YearDigits when year is >= 1950 and < CaseNumber.FirstYear => new OldStyle(),
            _ => new WrongYear(),
        };
    }
}
