using Lti.Grades;
using Lti.Platforms;
using Lti.Services;
using Lti.Tests.Drivers;

namespace Lti.Tests.Grades;

public sealed class ResultTests
{
    [Fact]
    public async Task Results_are_read_before_the_query_with_their_own_media_type()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (_, http) => http.Response.SayAsync(
            200, "application/vnd.ims.lis.v2.resultcontainer+json", """[{"id":"x","userId":"3","resultScore":17.5,"resultMaximum":20,"comment":"Good"}]""");

        var results = await ReadAsync(world);

        results.ShouldBe([new Result { UserId = "3", ResultScore = 17.5m, ResultMaximum = 20, Comment = "Good" }]);
        var get = world.Lms.ServiceRequests.Single();
        get.Path.ShouldBe("/2/lineitems/13/lineitem/results?type_id=1");
        get.Accept.ShouldBe("application/vnd.ims.lis.v2.resultcontainer+json");
    }

    [Fact]
    public async Task Moodles_zero_comes_as_no_score()
    {
        await using var world = await World.StartAsync(LmsFamily.Moodle);
        world.Lms.OnService = (_, http) => http.Response.SayAsync(200, "text/html", """[{"userId":3,"resultMaximum":20},{"resultScore":1}]""");

        (await ReadAsync(world)).ShouldBe([new Result { UserId = "3", ResultScore = null, ResultMaximum = 20 }]);
    }

    [Fact]
    public async Task One_person_can_be_asked_for()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (_, http) => http.Response.SayAsync(200, "application/json", "[]");

        (await ReadAsync(world, "a&b")).ShouldBeEmpty();

        world.Lms.ServiceRequests.Single().Path.ShouldBe("/2/lineitems/13/lineitem/results?type_id=1&user_id=a%26b");
    }

    [Fact]
    public async Task Canvas_is_asked_for_large_pages()
    {
        await using var world = await World.StartAsync(LmsFamily.Canvas);
        world.Lms.OnService = (_, http) => http.Response.SayAsync(200, "application/json", "[]");

        await ReadAsync(world);

        world.Lms.ServiceRequests.Single().Path.ShouldEndWith("limit=100");
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (request, http) =>
        {
            var page = request.Path.Contains("page=3", StringComparison.Ordinal) ? 3 : request.Path.Contains("page=2", StringComparison.Ordinal) ? 2 : 1;
            if (page < 3)
                http.Response.Headers.Link = $"<{world.Lms.At($"/r?page={page + 1}")}>; rel=\"next\"";
            return http.Response.SayAsync(200, "application/json", $$"""[{"userId":"u{{page}}"}]""");
        };

        (await ReadAsync(world)).Select(result => result.UserId).ShouldBe(["u1", "u2", "u3"]);
    }

    [Fact]
    public async Task Half_a_list_is_no_list()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (request, http) =>
        {
            if (request.Path.StartsWith("/r", StringComparison.Ordinal))
                return http.Response.SayAsync(503, "text/plain", "");
            http.Response.Headers.Link = $"<{world.Lms.At("/r?page=2")}>; rel=\"next\"";
            return http.Response.SayAsync(200, "application/json", """[{"userId":"u1"}]""");
        };

        (await TryReadAsync(world)).ShouldBeOfType<ServiceAnswer<IReadOnlyList<Result>>.TryLater>();
    }

    [Theory]
    [InlineData("<html>maintenance</html>")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task An_answer_that_is_no_list_is_tried_later(string body)
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (_, http) => http.Response.SayAsync(200, "application/json", body);

        (await TryReadAsync(world)).ShouldBeOfType<ServiceAnswer<IReadOnlyList<Result>>.TryLater>();
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_refused()
    {
        await using var world = await World.StartAsync();
        world.Lms.OnService = (_, http) => http.Response.SayAsync(200, "application/json", $"[\"{new string('x', 5_000_000)}\"]");

        (await TryReadAsync(world)).ShouldBeOfType<ServiceAnswer<IReadOnlyList<Result>>.Refused>();
    }

    private static async Task<IReadOnlyList<Result>> ReadAsync(World world, string? userId = null) =>
        (await TryReadAsync(world, userId)).ShouldBeOfType<ServiceAnswer<IReadOnlyList<Result>>.Ok>().Value;

    private static Task<ServiceAnswer<IReadOnlyList<Result>>> TryReadAsync(World world, string? userId = null) =>
        world.Grades.ReadResultsAsync(world.Platform, world.Lms.At("/2/lineitems/13/lineitem?type_id=1"), userId, World.Cancel);
}
