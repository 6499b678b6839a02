using MentorCourseLti.Features.Assess;

namespace MentorCourseLti.Tests.Features.Assess;

public sealed class TextChangesTests
{
    [Theory]
    [InlineData("She asked why.", "She asked why.", "She asked why.")]
    [InlineData("She asked why.", "She asked me why.", "She asked [+me ]why.")]
    [InlineData("One.\n\nTwo.", "One.\n\nThree.\n\nTwo.", "One.\n\n[+Three.\n\n]Two.")]
    [InlineData("the leaves turn", "the leaves fall", "the leaves [-turn][+fall]")]
    [InlineData("", "All new", "[+All new]")]
    [InlineData("All gone", "", "[-All gone]")]
    [InlineData("Same\r\nlines", "Same\nlines", "Same\nlines")]
    public void Words_that_came_and_went_are_told_apart(string before, string after, string shown) =>
        string.Concat(TextChanges.Between(before, after).Select(run => run.Change switch { TextChange.New => $"[+{run.Text}]", TextChange.Gone => $"[-{run.Text}]", _ => run.Text })).ShouldBe(shown);
}
