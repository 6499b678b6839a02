using MentorCourseLti.Data;
using MentorCourseLti.Hosting;
using Microsoft.Extensions.Configuration;

namespace MentorCourseLti.Tests.Hosting;

public sealed class SettingsTests
{
    private readonly Dictionary<string, string?> settings = new(StringComparer.Ordinal)
    {
        ["MentorCourse:PublicUrl"] = "https://mentor.example.edu",
    };

    [Theory]
    [InlineData("MentorCourse:PublicUrl", "", "MentorCourse:PublicUrl")]
    [InlineData("MentorCourse:PublicUrl", "mentor.example.edu", "MentorCourse:PublicUrl")]
    [InlineData("MentorCourse:PublicUrl", "http://mentor.example.edu", "MentorCourse:AllowPrivateNetworks=true")]
    [InlineData("MentorCourse:PublicUrl", "https://mentor.example.edu/?a=b", "MentorCourse:PublicUrl")]
    [InlineData("MentorCourse:PublicUrl", "https://www.example.edu/mentor", "from a folder of another site")]
    [InlineData("MentorCourse:Database:Provider", "Oracle", "MentorCourse:Database:Provider")]
    [InlineData("MentorCourse:Database:Provider", "7", "MentorCourse:Database:Provider")]
    [InlineData("MentorCourse:Database:Provider", "Postgres", "ConnectionStrings:MentorCourse is missing")]
    [InlineData("ConnectionStrings:MentorCourse", "Nonsense=1;", "ConnectionStrings:MentorCourse")]
    [InlineData("MentorCourse:DefaultTimeZone", "Mars/Olympus", "MentorCourse:DefaultTimeZone")]
    [InlineData("MentorCourse:VisitHours", "0", "MentorCourse:VisitHours")]
    [InlineData("MentorCourse:VisitHours", "long", "VisitHours")]
    [InlineData("MentorCourse:DeliveryLanes", "1000", "MentorCourse:DeliveryLanes")]
    [InlineData("MentorCourse:Administration:Key", "short", "MentorCourse:Administration:Key")]
    [InlineData("MentorCourse:Mail:Host", "mail.example.edu", "MentorCourse:Mail:From")]
    [InlineData("MentorCourse:Mail:From", "mentor@example.edu", "MentorCourse:Mail:Host")]
    [InlineData("MentorCourse:AllowPrivateNetworks", "perhaps", "AllowPrivateNetworks")]
    public void A_wrong_setting_is_named(string setting, string value, string named)
    {
        settings[setting] = value;
        Should.Throw<SettingsException>(() => { Read(); }).Message.ShouldContain(named);
    }

    [Theory]
    [InlineData("MentorCourse:Mail:From", "the office", "MentorCourse:Mail:From")]
    [InlineData("MentorCourse:Mail:Port", "0", "MentorCourse:Mail:Port")]
    [InlineData("MentorCourse:Mail:Port", "smtp", "Port")]
    [InlineData("MentorCourse:Mail:Tls", "Perhaps", "Tls")]
    [InlineData("MentorCourse:Mail:TimeoutSeconds", "0", "MentorCourse:Mail:TimeoutSeconds")]
    [InlineData("MentorCourse:Mail:User", "mentor", "MentorCourse:Mail:Password")]
    [InlineData("MentorCourse:Mail:Password", "a secret", "MentorCourse:Mail:User")]
    public void A_wrong_setting_of_the_mail_server_is_named(string setting, string value, string named)
    {
        (settings["MentorCourse:Mail:Host"], settings["MentorCourse:Mail:From"]) = ("mail.example.edu", "Mentor Course <mentor@example.edu>");
        Read().Options.Mail.IsOn.ShouldBeTrue();
        settings[setting] = value;
        Should.Throw<SettingsException>(() => { Read(); }).Message.ShouldContain(named);
    }

    [Fact]
    public void A_password_does_not_travel_in_the_open()
    {
        (settings["MentorCourse:Mail:Host"], settings["MentorCourse:Mail:From"], settings["MentorCourse:Mail:Tls"]) = ("mail.example.edu", "mentor@example.edu", "never");
        Read().Options.Mail.IsOn.ShouldBeTrue();
        (settings["MentorCourse:Mail:User"], settings["MentorCourse:Mail:Password"]) = ("mentor", "a secret");
        Should.Throw<SettingsException>(() => { Read(); }).Message.ShouldContain("MentorCourse:Mail:Tls");
    }

    [Fact]
    public void A_public_address_is_enough()
    {
        var (options, database) = Read();
        (database.Provider, database.ConnectionString).ShouldBe((DatabaseProvider.Sqlite, "Data Source=data/mentor-course.db"));
        options.AllowPrivateNetworks.ShouldBeFalse();
        options.VisitHours.ShouldBe(12);
    }

    [Fact]
    public void PostgreSQL_is_named_in_any_case()
    {
        settings["MentorCourse:Database:Provider"] = "postgres";
        settings["ConnectionStrings:MentorCourse"] = "Host=db;Database=mentorcourse";
        Read().Database.Provider.ShouldBe(DatabaseProvider.Postgres);
    }

    private (MentorCourseOptions Options, DatabaseOptions Database) Read() => Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
