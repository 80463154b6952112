using Infoline.Desk.Audit;
using Infoline.Desk.Hours;
using Infoline.Desk.Live;
using Infoline.Prompts;
using Infoline.Prompts.Hours;
using Infoline.Prompts.Rendering;
using Infoline.Sql;
using Microsoft.Extensions.Logging.Abstractions;

namespace Infoline.Desk.Tests.Hours;

/// <summary>The hours of one node over a database.</summary>
internal sealed class HoursNode : IDisposable
{
    private static readonly OpeningHours Shipped = Read();

    public HoursNode(Database database, TimeProvider time)
    {
        InForce = new HoursInForce(Shipped);
        Sounds = new AnnouncementSounds(database);
        Archive = new HoursArchive(database, InForce, Sounds);
        Follower = new HoursFollower(Archive, InForce, new VersionSignals(null), time, NullLogger<HoursFollower>.Instance);
        var voices = new HoursVoices(new AnnouncementStudio(Path.GetTempPath()), NullLogger<HoursVoices>.Instance);
        Publisher = new HoursPublisher(database, Archive, Follower, new AuditTrail(database, time), voices);
    }

    public HoursInForce InForce { get; }

    public AnnouncementSounds Sounds { get; }

    public HoursArchive Archive { get; }

    public HoursFollower Follower { get; }

    public HoursPublisher Publisher { get; }

    /// <summary>A working week from eight to four.</summary>
    public static OpeningHours Week => Shipped;

    /// <summary>An announcement in three languages that has been spoken already.</summary>
    public static Announcement.Written Announcement(string from, string until) => new(
        new Dictionary<Language, AnnouncementText>
        {
            [Language.Polish] = new("Urząd jest dziś nieczynny.", Sound("00000000000000a1")),
            [Language.English] = new("The office is closed today.", Sound("00000000000000a2")),
            [Language.Ukrainian] = new("Сьогодні управління зачинене.", Sound("00000000000000a3")),
        },
        Minute(from),
        Minute(until));

    public static DateTime Minute(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => Follower.Dispose();

    private static AnnouncementSound Sound(string hash) => new(hash, new byte[] { 82, 73, 70, 70 });

    private static OpeningHours Read()
    {
        var folder = Directory.CreateTempSubdirectory("infoline-hours-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "hours.yaml"), "time-zone: Europe/Warsaw\nweek: { monday: 08:00-16:00, tuesday: 08:00-16:00, wednesday: 08:00-16:00, thursday: 08:00-16:00, friday: 08:00-16:00 }\n");
            return OpeningHours.Load(folder.FullName, _ => true);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
