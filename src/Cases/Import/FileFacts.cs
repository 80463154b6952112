using System.Security.Cryptography;
using System.Text;

namespace Infoline.Cases.Import;

/// <summary>What one reading of a file's bytes tells before its rows are read: the encoding, the hash, and how it ends.</summary>
/// <param name="Encoding">How to read the text.</param>
/// <param name="EncodingName">The encoding in words for the report.</param>
/// <param name="ContentHash">The SHA-256 of the file.</param>
/// <param name="EndsWithLine">Whether the last line is ended.</param>
internal sealed record FileFacts(Encoding Encoding, string EncodingName, string ContentHash, bool EndsWithLine)
{
    private const int BlockSize = 128 * 1024;

    // Bytes that are Polish letters in ISO 8859-2 and signs that nobody writes in Windows-1250, and the other way about.
    private static readonly byte[] OnlyIso = [0xB1, 0xB6, 0xBC, 0xA6, 0xAC];
    private static readonly byte[] OnlyWindows = [0xB9, 0x9C, 0x9F, 0x8C, 0x8F];

    /// <exception cref="RefusedFileException">The text is in an encoding that would be read with wrong letters.</exception>
    public static async Task<FileFacts> ReadAsync(string path, bool isText, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BlockSize, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var counts = new long[256];
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        var block = new byte[BlockSize];
        var characters = new char[BlockSize + 4];
        var (first, isUtf8, last) = (Array.Empty<byte>(), true, (byte)'\n');
        int length;
        while ((length = await file.ReadAsync(block, cancellationToken)) > 0)
        {
            hash.AppendData(block, 0, length);
            first = first.Length == 0 ? block[..Math.Min(3, length)] : first;
            last = block[length - 1];
            isUtf8 = isUtf8 && IsUtf8(utf8, block.AsSpan(0, length), characters);
            foreach (var one in block.AsSpan(0, length))
            {
                counts[one]++;
            }
        }

        var (encoding, name) = isText ? Choose(first, isUtf8, counts) : (Encoding.UTF8, "XLSX");
        return new FileFacts(encoding, name, Convert.ToHexStringLower(hash.GetHashAndReset()), last is (byte)'\n' or (byte)'\r' or 0);
    }

    private static bool IsUtf8(Decoder decoder, ReadOnlySpan<byte> block, char[] characters)
    {
        try
        {
            decoder.GetChars(block, characters, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static (Encoding, string) Choose(byte[] first, bool isUtf8, long[] counts)
    {
        if (first is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (first[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, "UTF-16");
        }

        if (isUtf8)
        {
            return (new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), "UTF-8");
        }

        return OnlyIso.Sum(one => counts[one]) > OnlyWindows.Sum(one => counts[one])
            ? throw new RefusedFileException("The text is neither UTF-8 nor Windows-1250 (it looks like ISO 8859-2), so Polish letters would come out wrong; save the file as UTF-8 and import it again.")
            : (CodePagesEncodingProvider.Instance.GetEncoding(1250)!, "Windows-1250");
    }
}
