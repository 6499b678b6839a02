using Lti.Services.Internal;

namespace Lti.Tests.Services;

public sealed class LinkHeaderTests
{
    private static readonly Uri From = new("https://lms.example/2/lineitems?type_id=1");

    [Theory]
    [InlineData("""<https://lms.example/p?page=2>; rel="next" """)]
    [InlineData("<https://lms.example/p?page=2>; rel=next")]
    [InlineData("<https://lms.example/p?page=2>;rel='next'")]
    [InlineData("""<https://lms.example/p?page=2>; title="a, b; c"; REL="prefetch Next" """)]
    [InlineData("""<https://lms.example/p?page=1>; rel="first", <https://lms.example/p?page=2>; rel="next", <https://lms.example/p?page=9>; rel="last" """)]
    public void The_next_page_is_found(string header) =>
        LinkHeader.Next([header], From).ShouldBe(new Uri("https://lms.example/p?page=2"));

    [Fact]
    public void Moodles_curly_quotes_and_escaped_ampersands_are_understood()
    {
        // As HttpClient hands them over: UTF-8 read as Latin-1.
        var header = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(
            "<https://lms.example/2/lineitems?type_id=1&amp;limit=1&amp;from=0>; rel=“first”, <https://lms.example/2/lineitems?type_id=1&amp;limit=1&amp;from=1>; rel=“next”"));

        LinkHeader.Next([header], From).ShouldBe(new Uri("https://lms.example/2/lineitems?type_id=1&limit=1&from=1"));
    }

    [Fact]
    public void A_relative_address_is_completed() =>
        LinkHeader.Next(["</2/lineitems?page=2>; rel=\"next\""], From).ShouldBe(new Uri("https://lms.example/2/lineitems?page=2"));

    [Fact]
    public void Several_headers_are_one() =>
        LinkHeader.Next(["<https://lms.example/1>; rel=\"first\"", "<https://lms.example/2>; rel=\"next\""], From).ShouldBe(new Uri("https://lms.example/2"));

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData(">;rel=next<")]
    [InlineData("<https://lms.example/1>")]
    [InlineData("<https://lms.example/1>; rel=\"last\"")]
    [InlineData("<https://lms.example/1>; rel=\"nextish\"")]
    [InlineData("<https://lms.example/1>; rel=\"https://lms.example/rels/next\"")]
    [InlineData("<https://lms.example/1>; anchor=\"next\"")]
    public void No_next_page_is_found_where_there_is_none(string header) =>
        LinkHeader.Next([header], From).ShouldBeNull();
}
