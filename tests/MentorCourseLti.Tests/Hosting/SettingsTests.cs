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
    [InlineData("MentorCourse:Database:Provider", "Oracle", "MentorCourse:Database:Provider")]
    [InlineData("MentorCourse:Database:Provider", "7", "MentorCourse:Database:Provider")]
    [InlineData("MentorCourse:Database:Provider", "Postgres", "ConnectionStrings:MentorCourse is missing")]
    [InlineData("ConnectionStrings:MentorCourse", "Nonsense=1;", "ConnectionStrings:MentorCourse")]
    [InlineData("MentorCourse:DefaultTimeZone", "Mars/Olympus", "MentorCourse:DefaultTimeZone")]
    [InlineData("MentorCourse:VisitHours", "0", "MentorCourse:VisitHours")]
    [InlineData("MentorCourse:VisitHours", "long", "VisitHours")]
    [InlineData("MentorCourse:DeliveryLanes", "1000", "MentorCourse:DeliveryLanes")]
    [InlineData("MentorCourse:Administration:Key", "short", "MentorCourse:Administration:Key")]
    [InlineData("MentorCourse:AllowPrivateNetworks", "perhaps", "AllowPrivateNetworks")]
    public void A_wrong_setting_is_named(string setting, string value, string named)
    {
        settings[setting] = value;
        Should.Throw<SettingsException>(() => { Read(); }).Message.ShouldContain(named);
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
