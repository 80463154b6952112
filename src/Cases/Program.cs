using System.CommandLine;
using Infoline.Cases.Import;
using Infoline.Cases.Register;

var connection = new Option<string?>("--database")
{
    Description = "The connection; without it the environment variables Database__Connection (import) and Cases__Register (check), and without those the file data/infoline.db.",
    Recursive = true,
};
var root = new RootCommand("Infoline cases: the register of cases and its import.") { ImportCommand.Create(connection), CheckCommand.Create(connection) };
root.Options.Add(connection);
return await root.Parse(args).InvokeAsync();
