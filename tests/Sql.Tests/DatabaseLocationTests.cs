using CsCheck;

namespace Infoline.Sql.Tests;

public sealed class DatabaseLocationTests
{
    [Fact]
    public void Nothing_written_means_the_file_under_data()
    {
        DatabaseLocation.TryParse("", out var location, out _).ShouldBeTrue();

        location.ShouldBe(new DatabaseLocation.SqliteFile("data/infoline.db"));
    }

    [Fact]
    public void A_data_source_is_a_file()
    {
        DatabaseLocation.TryParse("Data Source=/var/lib/infoline/line.db", out var location, out _).ShouldBeTrue();

        location.ShouldBe(new DatabaseLocation.SqliteFile("/var/lib/infoline/line.db"));
    }

    [Fact]
    public void A_host_is_PostgreSQL_and_is_given_up_on_before_a_webhook_times_out()
    {
        DatabaseLocation.TryParse("Host=db;Database=infoline;Username=infoline", out var location, out _).ShouldBeTrue();

        var connection = location.ShouldBeOfType<DatabaseLocation.PostgreSql>().ConnectionString;
        connection.ShouldContain("Timeout=3");
        connection.ShouldContain("Command Timeout=10");
    }

    [Fact]
    public void Time_limits_that_are_written_stay()
    {
        DatabaseLocation.TryParse("Host=db;Database=infoline;Timeout=9", out var location, out _).ShouldBeTrue();

        location.ShouldBeOfType<DatabaseLocation.PostgreSql>().ConnectionString.ShouldContain("Timeout=9");
    }

    [Theory]
    [InlineData("secret", "is not a list of 'Key=Value' pairs")]
    [InlineData("Password=secret", "names neither a host nor a file")]
    [InlineData("Host=db;Password=secret", "names a host but no database")]
    [InlineData("Host=db;Database=x;Colour=secret", "has a key or a value that PostgreSQL connections do not know")]
    [InlineData("Data Source=:memory:;Password=secret", "in memory")]
    [InlineData("Data Source=x.db;Colour=secret", "SQLite connections do not know")]
    public void A_fault_is_named_with_what_to_write_and_without_the_value(string text, string expected)
    {
        DatabaseLocation.TryParse(text, out _, out var fault).ShouldBeFalse();

        fault.ShouldContain(expected);
        fault.ShouldNotContain("secret");
        fault.ShouldEndWith(".");
    }

    [Fact]
    public void Any_text_gives_a_location_or_a_fault() =>
        Gen.String.Sample(text =>
        {
            var read = DatabaseLocation.TryParse(text, out var location, out var fault);
            return read ? location is not null && fault is null : location is null && fault is not null;
        });
}
