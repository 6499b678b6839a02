using Lti.Services.Internal;

namespace Lti.Tests.Services;

public sealed class AnswersTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<html><body><h1>No\n\n way</h1><script>x</script>", "No way x")]
    [InlineData("a < b", "a")]
    [InlineData("   ", null)]
    [InlineData("", null)]
    [InlineData("tab\tand\0nul", "tab and nul")]
    public void An_excerpt_is_plain_text(string body, string? expected) => Answers.Excerpt(body).ShouldBe(expected);

    [Fact]
    public void An_excerpt_has_at_most_500_characters_and_no_half_ones()
    {
        Answers.Excerpt(new string('x', 9_000))!.Length.ShouldBe(500);
        Answers.Excerpt(new string('x', 499) + "😀")!.Length.ShouldBe(499);
    }
}
