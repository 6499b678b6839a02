using Lti.Grades;
using Lti.Services;
using Lti.Tests.Drivers;
using Microsoft.AspNetCore.Http;

namespace Lti.Tests.Grades;

public sealed class LineItemTests
{
    private static readonly LineItem Wanted = new()
    {
        Label = "Week 1",
        ScoreMaximum = 20,
        ResourceLinkId = "link-1",
        ResourceId = "activity-1",
        Tag = "grade",
        EndDateTime = new DateTimeOffset(2030, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1)),
    };

    [Fact]
    public async Task A_column_is_made_when_there_is_none()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);

        var made = Ok(await FindOrCreateAsync(world, book));

        made.Id.ShouldBe(world.Lms.At("/2/lineitems/1/lineitem?type_id=1"));
        var post = world.Lms.ServiceRequests.Last();
        (post.Method, post.Path).ShouldBe(("POST", "/2/lineitems?type_id=1"));
        post.ContentType.ShouldBe("application/vnd.ims.lis.v2.lineitem+json");
        post.Body.ShouldBe(
            """{"label":"Week 1","scoreMaximum":20,"resourceId":"activity-1","tag":"grade","resourceLinkId":"link-1","endDateTime":"2030-01-02T02:04:05.678Z"}""");
    }

    [Fact]
    public async Task A_column_that_was_made_is_found_the_next_time()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);
        var made = Ok(await FindOrCreateAsync(world, book));

        Ok(await FindOrCreateAsync(world, book)).Id.ShouldBe(made.Id);

        book.LineItems.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Eight_at_once_make_one_column()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FindOrCreateAsync(world, book)));

        book.LineItems.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_column_that_the_LMS_made_for_the_link_is_taken()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world).With("Another", "link-9").With("From the LMS", "link-1");

        Ok(await FindOrCreateAsync(world, book)).Label.ShouldBe("From the LMS");
    }

    [Fact]
    public async Task Another_column_of_ours_on_the_same_link_is_not_taken()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world).With("Draft", "link-1", "activity-1", "draft");

        Ok(await FindOrCreateAsync(world, book)).Label.ShouldBe("Week 1");

        book.LineItems.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_column_is_found_by_resource_and_tag_when_the_link_was_made_anew()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world).With("Old link", "link-0", "activity-1", "grade");

        Ok(await FindOrCreateAsync(world, book)).Label.ShouldBe("Old link");
    }

    [Fact]
    public async Task A_platform_that_ignores_filters_does_not_mislead()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world).With("Another", "link-9", "activity-9", "grade").With("Ours", null, "activity-1", "grade");
        book.IgnoresFilters = true;

        Ok(await FindOrCreateAsync(world, book)).Label.ShouldBe("Ours");
    }

    [Fact]
    public async Task A_column_on_the_last_page_is_found()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);
        book.IgnoresFilters = true;
        book.PageSize = 3;
        for (var i = 0; i < 10; i++)
            book.With($"Column {i}", $"other-{i}");
        book.With("Ours", "link-1");

        Ok(await FindOrCreateAsync(world, book)).Label.ShouldBe("Ours");

        world.Lms.ServiceRequests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Nothing_is_made_when_the_search_fails()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);
        world.Lms.OnService = (_, http) => http.Response.SayAsync(503, "text/plain", "");

        (await FindOrCreateAsync(world, book)).ShouldBeOfType<ServiceAnswer<LineItem>.TryLater>();

        world.Lms.ServiceRequests.ShouldAllBe(request => request.Method == "GET");
    }

    [Fact]
    public async Task Nothing_is_made_without_the_scope()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);
        var readOnly = book.Endpoint with { Scopes = new HashSet<string>([AgsScopes.LineItemReadOnly], StringComparer.Ordinal) };

        var answer = await world.Grades.FindOrCreateLineItemAsync(world.Platform, readOnly, Wanted, World.Cancel);

        answer.ShouldBeOfType<ServiceAnswer<LineItem>.Refused>();
        book.LineItems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_course_without_columns_is_a_refusal_without_a_call()
    {
        await using var world = await World.StartAsync();

        var answer = await world.Grades.FindOrCreateLineItemAsync(world.Platform, new AgsEndpoint(), Wanted, World.Cancel);

        answer.ShouldBeOfType<ServiceAnswer<LineItem>.Refused>().Status.ShouldBe(0);
        world.Lms.TokenRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_that_lead_in_a_circle_end()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);
        world.Lms.OnService = (request, http) =>
        {
            http.Response.Headers.Link = $"<{world.Lms.At(request.Path)}>; rel=\"next\"";
            return http.Response.SayAsync(200, "application/json", "[]");
        };

        (await FindOrCreateAsync(world, book)).ShouldBeOfType<ServiceAnswer<LineItem>.Refused>();
        world.Lms.ServiceRequests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_of_a_hundred_megabytes_is_not_read_to_its_end()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);
        var page = $"[{new string(' ', 3_000_000)}]";
        world.Lms.OnService = (_, http) => SayPageAsync(world, http, page);

        (await FindOrCreateAsync(world, book)).ShouldBeOfType<ServiceAnswer<LineItem>.Refused>().Reason.ShouldContain("too large");
        world.Lms.ServiceRequests.Count.ShouldBeLessThan(30);
    }

    [Fact]
    public async Task A_list_that_takes_longer_than_two_minutes_is_asked_for_another_time()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);
        world.Lms.OnService = (request, http) =>
        {
            world.Time.Advance(TimeSpan.FromSeconds(50));
            return SayPageAsync(world, http, "[]");
        };

        (await FindOrCreateAsync(world, book)).ShouldBeOfType<ServiceAnswer<LineItem>.TryLater>();
        world.Lms.ServiceRequests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_next_page_on_another_host_gets_no_token()
    {
        await using var world = await World.StartAsync();
        await using var stranger = await TestPlatform.StartAsync();
        var book = Gradebook.Of(world);
        world.Lms.OnService = (_, http) =>
        {
            http.Response.Headers.Link = $"<{stranger.At("/collect")}>; rel=\"next\"";
            return http.Response.SayAsync(200, "application/json", "[]");
        };

        (await FindOrCreateAsync(world, book)).ShouldBeOfType<ServiceAnswer<LineItem>.Refused>();
        stranger.ServiceRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_column_is_read_changed_and_deleted_at_its_address()
    {
        await using var world = await World.StartAsync();
        var address = world.Lms.At("/2/lineitems/13/lineitem?type_id=1");
        world.Lms.OnService = (_, http) => http.Response.SayAsync(
            200, "application/vnd.ims.lis.v2.lineitem+json", $$"""{"id":"{{address}}","label":"Old","scoreMaximum":"10.5","resourceId":7,"tag":""}""");

        var read = Ok(await world.Grades.ReadLineItemAsync(world.Platform, address, World.Cancel));
        Ok(await world.Grades.UpdateLineItemAsync(world.Platform, read with { Label = "New" }, World.Cancel));
        (await world.Grades.DeleteLineItemAsync(world.Platform, address, World.Cancel)).ShouldBeOfType<ServiceAnswer<Accepted>.Ok>();

        read.ScoreMaximum.ShouldBe(10.5m);
        read.ResourceId.ShouldBe("7");
        read.Tag.ShouldBeNull();
        world.Lms.ServiceRequests.Select(request => $"{request.Method} {request.Path}").ShouldBe(
        [
            "GET /2/lineitems/13/lineitem?type_id=1",
            "PUT /2/lineitems/13/lineitem?type_id=1",
            "DELETE /2/lineitems/13/lineitem?type_id=1",
        ]);
        world.Lms.ServiceRequests.ShouldAllBe(request => request.Accept == "application/vnd.ims.lis.v2.lineitem+json");
        world.Lms.ServiceRequests.ToArray()[1].Json.GetProperty("label").GetString().ShouldBe("New");
    }

    [Fact]
    public async Task A_deleted_column_is_a_404()
    {
        await using var world = await World.StartAsync();
        Gradebook.Of(world);

        var refused = (await world.Grades.ReadLineItemAsync(world.Platform, world.Lms.At("/2/lineitems/9/lineitem"), World.Cancel))
            .ShouldBeOfType<ServiceAnswer<LineItem>.Refused>();

        refused.Status.ShouldBe(404);
        refused.Body.ShouldBe("Not found");
    }

    [Fact]
    public async Task One_token_serves_columns_scores_and_results()
    {
        await using var world = await World.StartAsync();
        var book = Gradebook.Of(world);
        var item = Ok(await FindOrCreateAsync(world, book));

        await world.Grades.SendScoreAsync(world.Platform, item.Id!, new Score { UserId = "3", Timestamp = world.Time.GetUtcNow() }, World.Cancel);
        await world.Grades.ReadResultsAsync(world.Platform, item.Id!, null, World.Cancel);

        world.Lms.TokenRequests.Count.ShouldBe(1);
    }

    private static Task<ServiceAnswer<LineItem>> FindOrCreateAsync(World world, Gradebook book) =>
        world.Grades.FindOrCreateLineItemAsync(world.Platform, book.Endpoint, Wanted, World.Cancel);

    private static LineItem Ok(ServiceAnswer<LineItem> answer) => answer.ShouldBeOfType<ServiceAnswer<LineItem>.Ok>().Value;

    private static Task SayPageAsync(World world, HttpContext http, string page)
    {
        http.Response.Headers.Link = $"<{world.Lms.At($"/2/lineitems?page={world.Lms.ServiceRequests.Count}")}>; rel=\"next\"";
        return http.Response.SayAsync(200, "application/json", page);
    }
}
