using Lti.Services.Internal;

namespace Lti.Tests.Services;

public sealed class QueriesTests
{
    [Theory]
    [InlineData("https://lms.example/items", "https://lms.example/items?tag=a%20b")]
    [InlineData("https://lms.example/items?", "https://lms.example/items?tag=a%20b")]
    [InlineData("https://lms.example/items?type_id=1", "https://lms.example/items?type_id=1&tag=a%20b")]
    public void A_parameter_joins_the_query(string address, string expected) =>
        new Uri(address).With("tag", "a b").AbsoluteUri.ShouldBe(expected);
}
