using System.Reflection;
using Lti.Launching;

namespace Lti.Tests.Launching;

public sealed class LaunchErrorsTests
{
    private static readonly LaunchError[] All =
        [.. typeof(LaunchErrors).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (LaunchError)property.GetValue(null)!)];

    [Fact]
    public void Codes_are_unique_and_searchable()
    {
        All.Length.ShouldBeGreaterThan(30);
        All.Select(error => error.Code).ShouldBeUnique(StringComparer.Ordinal);
        All.ShouldAllBe(error => error.Code.All(c => char.IsAsciiLetterLower(c) || c == '.' || c == '-'));
    }

    [Fact]
    public void Every_refusal_is_a_sentence_with_an_honest_status()
    {
        All.ShouldAllBe(error => error.Message.EndsWith('.') && char.IsUpper(error.Message[0]));
        All.ShouldAllBe(error => (error.Status >= 400 && error.Status < 500) || error.Status == 503);
    }
}
