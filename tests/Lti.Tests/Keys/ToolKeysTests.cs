using System.Text.Json;
using Lti.Keys;
using Lti.Tests.Drivers;

namespace Lti.Tests.Keys;

public sealed class ToolKeysTests
{
    [Fact]
    public async Task The_first_key_is_made_when_it_is_needed_and_published()
    {
        await using var tool = await TestTool.StartAsync();

        var signing = await tool.Get<ToolKeys>().SigningKeyAsync(World.Cancel);

        signing.Algorithm.ShouldBe("RS256");
        (await PublishedKidsAsync(tool)).ShouldBe([signing.Kid]);
        tool.ToolKeys.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task By_a_schedule_a_key_is_followed_by_another_once_it_is_old_enough()
    {
        await using var tool = await TestTool.StartAsync();
        var keys = tool.Get<ToolKeys>();
        (await keys.RotateIfOlderAsync(TimeSpan.FromDays(90), World.Cancel)).ShouldBeNull("there is none yet");
        var first = await keys.SigningKeyAsync(World.Cancel);

        tool.Time.Advance(TimeSpan.FromDays(89));
        (await keys.RotateIfOlderAsync(TimeSpan.FromDays(90), World.Cancel)).ShouldBeNull();
        tool.Time.Advance(TimeSpan.FromDays(1));
        var second = (await keys.RotateIfOlderAsync(TimeSpan.FromDays(90), World.Cancel)).ShouldNotBeNull();
        (await keys.RotateIfOlderAsync(TimeSpan.FromDays(90), World.Cancel)).ShouldBeNull("its successor is new");

        // The old one is published through the overlap, then forgotten.
        (await PublishedKidsAsync(tool)).ShouldBe([first.Kid, second.KeyId], ignoreOrder: true);
        tool.Time.Advance(TimeSpan.FromDays(15));
        await keys.RemoveExpiredAsync(World.Cancel);
        (await PublishedKidsAsync(tool)).ShouldBe([second.KeyId]);
        (await keys.SigningKeyAsync(World.Cancel)).Kid.ShouldBe(second.KeyId);
    }

    [Fact]
    public async Task The_private_key_is_not_in_the_store()
    {
        await using var tool = await TestTool.StartAsync();
        await tool.Get<ToolKeys>().SigningKeyAsync(World.Cancel);

        var stored = tool.ToolKeys.All.Single();

        stored.PublicJwk.ShouldNotContain("\"d\"");
        using var rsa = System.Security.Cryptography.RSA.Create();
        Should.Throw<System.Security.Cryptography.CryptographicException>(
            () => rsa.ImportPkcs8PrivateKey(System.Buffers.Text.Base64Url.DecodeFromChars(stored.ProtectedPrivateKey), out _));
    }

    [Fact]
    public async Task The_key_set_is_served_with_all_that_a_platform_needs()
    {
        await using var tool = await TestTool.StartAsync();
        using var http = new HttpClient();

        using var response = await http.GetAsync(tool.Address + "/.well-known/jwks.json", World.Cancel);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        response.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromMinutes(5));
        var key = (await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(World.Cancel), default, World.Cancel)).RootElement.GetProperty("keys")[0];
        key.EnumerateObject().Select(member => member.Name).ShouldBe(["kty", "use", "alg", "kid", "n", "e"]);
        key.GetProperty("e").GetString().ShouldBe("AQAB");
    }

    [Fact]
    public async Task Many_callers_at_once_make_one_key()
    {
        await using var tool = await TestTool.StartAsync();
        var keys = tool.Get<ToolKeys>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await keys.SigningKeyAsync(World.Cancel))));

        tool.ToolKeys.All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_nodes_that_both_make_a_first_key_agree_on_the_oldest()
    {
        var store = new MemoryToolKeys();
        var time = new ManualTime();
        await using var one = await TestTool.StartAsync(sharedKeys: store, sharedTime: time);
        await using var other = await TestTool.StartAsync(sharedKeys: store, sharedTime: time);
        var othersKey = "";
        // The other node makes its key while this one is about to store its own.
        store.BeforeAdd = async () =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            othersKey = (await other.Get<ToolKeys>().SigningKeyAsync(World.Cancel)).Kid;
        };

        var onesKey = (await one.Get<ToolKeys>().SigningKeyAsync(World.Cancel)).Kid;
        time.Advance(TimeSpan.FromMinutes(1));
        othersKey = (await other.Get<ToolKeys>().SigningKeyAsync(World.Cancel)).Kid;

        store.All.Count.ShouldBe(2);
        othersKey.ShouldBe(onesKey);
        (await PublishedKidsAsync(one)).Length.ShouldBe(2);
        (await PublishedKidsAsync(other)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_rotated_key_is_published_before_it_signs()
    {
        await using var tool = await TestTool.StartAsync();
        var keys = tool.Get<ToolKeys>();
        var old = (await keys.SigningKeyAsync(World.Cancel)).Kid;

        var made = await keys.RotateAsync(World.Cancel);

        (await PublishedKidsAsync(tool)).ShouldBe([old, made.KeyId], ignoreOrder: true);
        (await keys.SigningKeyAsync(World.Cancel)).Kid.ShouldBe(old);
        tool.Time.Advance(ToolKeys.Lead);
        (await keys.SigningKeyAsync(World.Cancel)).Kid.ShouldBe(made.KeyId);
        (await PublishedKidsAsync(tool)).ShouldBe([old, made.KeyId], ignoreOrder: true);
    }

    [Fact]
    public async Task A_retired_key_stays_published_for_the_overlap_and_is_removed_then()
    {
        await using var tool = await TestTool.StartAsync();
        var keys = tool.Get<ToolKeys>();
        await keys.SigningKeyAsync(World.Cancel);
        var made = await keys.RotateAsync(World.Cancel);

        tool.Time.Advance(ToolKeys.Lead + TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        (await keys.RemoveExpiredAsync(World.Cancel)).ShouldBe(0);
        tool.Time.Advance(TimeSpan.FromSeconds(2));
        (await keys.RemoveExpiredAsync(World.Cancel)).ShouldBe(1);

        (await PublishedKidsAsync(tool)).ShouldBe([made.KeyId]);
    }

    [Fact]
    public async Task A_rotation_on_one_node_reaches_the_others_before_the_new_key_signs()
    {
        var store = new MemoryToolKeys();
        var time = new ManualTime();
        await using var one = await TestTool.StartAsync(sharedKeys: store, sharedTime: time);
        await using var other = await TestTool.StartAsync(sharedKeys: store, sharedTime: time);
        await other.Get<ToolKeys>().SigningKeyAsync(World.Cancel);

        var made = await one.Get<ToolKeys>().RotateAsync(World.Cancel);
        time.Advance(TimeSpan.FromMinutes(1));

        (await PublishedKidsAsync(other)).ShouldContain(kid => kid.Equals(made.KeyId, StringComparison.Ordinal));
        time.Advance(ToolKeys.Lead);
        (await other.Get<ToolKeys>().SigningKeyAsync(World.Cancel)).Kid.ShouldBe(made.KeyId);
    }

    [Fact]
    public async Task A_key_that_the_key_ring_cannot_open_is_passed_over()
    {
        await using var tool = await TestTool.StartAsync();
        await tool.ToolKeys.AddAsync(
            new ToolKey { KeyId = "lost", ProtectedPrivateKey = "AAAA", PublicJwk = """{"kty":"RSA","kid":"lost"}""", CreatedAt = tool.Time.GetUtcNow().AddDays(-1) },
            World.Cancel);

        var signing = await tool.Get<ToolKeys>().SigningKeyAsync(World.Cancel);

        signing.Kid.Equals("lost", StringComparison.Ordinal).ShouldBeFalse();
        (await PublishedKidsAsync(tool)).ShouldBe(["lost", signing.Kid], ignoreOrder: true);
    }

    private static async Task<string[]> PublishedKidsAsync(TestTool tool)
    {
        var json = await tool.Get<ToolKeys>().PublishedAsync(World.Cancel);
        return [.. JsonSerializer.Deserialize<JsonElement>(json.Span).GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }
}
