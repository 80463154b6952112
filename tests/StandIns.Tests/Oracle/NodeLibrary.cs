using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Infoline.StandIns.Tests.Oracle;

/// <summary>
/// The vendor's own library for Node, asked over a pipe. The environment variable INFOLINE_NPM names the folder in which
/// <c>npm install twilio</c> was run; without it the tests that need it are skipped and say so.
/// </summary>
public sealed class NodeLibrary : IDisposable
{
    private readonly Lock _turn = new();
    private readonly Process? _node;

    public NodeLibrary()
    {
        var folder = Environment.GetEnvironmentVariable("INFOLINE_NPM");
        if (string.IsNullOrEmpty(folder) || !Directory.Exists(Path.Combine(folder, "node_modules", "twilio")))
            return;
        _node = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Oracle", "oracle.js"), folder },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        });
    }

    /// <summary>Asks one question, and fails when the library has no answer.</summary>
    public JsonNode? Ask(string question, JsonObject details)
    {
        Assert.SkipWhen(_node is null, "INFOLINE_NPM names no folder with node_modules/twilio: npm install --prefix <folder> twilio@6.2.0");
        details["question"] = question;
        JsonNode reply;
        lock (_turn)
        {
            _node.StandardInput.WriteLine(details.ToJsonString());
            reply = JsonNode.Parse(_node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The library for Node has stopped."))!;
        }

        return reply["fault"] is { } fault ? throw new InvalidOperationException(fault.GetValue<string>()) : reply["answer"];
    }

    public void Dispose()
    {
        if (_node is null)
            return;
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}

/// <summary>Tests that share one process of Node.</summary>
[CollectionDefinition(Name)]
public sealed class OracleTests : ICollectionFixture<NodeLibrary>
{
    public const string Name = "oracle";
}
