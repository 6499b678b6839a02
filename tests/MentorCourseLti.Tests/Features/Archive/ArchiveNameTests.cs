using System.Text;
using MentorCourseLti.Features.Archive;

namespace MentorCourseLti.Tests.Features.Archive;

/// <summary>Whatever people are called, a file can be called so too, and lies where it belongs.</summary>
public sealed class ArchiveNameTests
{
    [Theory]
    [InlineData("Ash Reed", "Ash Reed")]
    [InlineData("Zoë Ångström-Núñez", "Zoë Ångström-Núñez")]
    [InlineData("王小明", "王小明")]
    [InlineData("../../etc/passwd", "-..-etc-passwd")]
    [InlineData("..", "mentor")]
    [InlineData("C:\\Windows\\x", "C--Windows-x")]
    [InlineData("/", "-")]
    [InlineData("  a \t b\r\n", "a b")]
    [InlineData(".hidden.", "hidden")]
    [InlineData("con", "_con")]
    [InlineData("NUL.txt", "_NUL.txt")]
    [InlineData("what? \"who\" <me> a|b*", "what- -who- -me- a-b-")]
    [InlineData("gpj\u202Eexe", "gpjexe")]
    [InlineData("bell\u0007", "bell")]
    [InlineData("", "mentor")]
    [InlineData(null, "mentor")]
    public void A_name_is_kept_as_far_as_every_system_takes_it(string? name, string expected) => ArchiveName.Of(name, "mentor").ShouldBe(expected);

    [Fact]
    public void A_long_name_is_cut_between_what_people_see_as_characters()
    {
        string family = "👩‍👩‍👧‍👦";
        string cut = ArchiveName.Of(string.Concat(Enumerable.Repeat(family, 60)), "mentor");
        Encoding.UTF8.GetByteCount(cut).ShouldBeInRange(75, 120);
        cut.Replace(family, "", StringComparison.Ordinal).ShouldBeEmpty();
        ArchiveName.Of(new string('a', 200), "mentor").Length.ShouldBe(120);
    }

    [Fact]
    public void A_file_keeps_its_ending() => ArchiveName.OfFile(new string('é', 200) + ".docx", "file").ShouldEndWith("é.docx");

    [Fact]
    public void Two_of_one_name_lie_beside_each_other()
    {
        var names = new UniqueNames();
        (names.Take("Graph.png"), names.Take("graph.PNG"), names.Take("Graph.png")).ShouldBe(("Graph.png", "graph (2).PNG", "Graph (3).png"));
    }
}
