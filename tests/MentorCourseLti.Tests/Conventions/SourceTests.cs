using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Rules;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Activity = MentorCourseLti.Internship.Activities.Activity;

namespace MentorCourseLti.Tests.Conventions;

/// <summary>What only the sources show.</summary>
public sealed partial class SourceTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Features = Path.Combine(Root, "src", "MentorCourseLti", "Features");

    public static TheoryData<string> Views => [.. Directory.EnumerateFiles(Features, "*.cshtml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Features, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Views))]
    public void Every_text_that_a_view_names_is_in_its_resources(string view)
    {
        string text = File.ReadAllText(Path.Combine(Features, view));
        Missing(text, "T", Path.Combine(Features, Path.ChangeExtension(view, ".resx"))).ShouldBeEmpty($"{view} names texts that its .resx lacks");
        Missing(text, "W", Path.Combine(Features, "Words.resx")).ShouldBeEmpty($"{view} names texts that Words.resx lacks");
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void No_view_has_inline_script_or_style(string view)
    {
        string text = File.ReadAllText(Path.Combine(Features, view));
        InlineScript().IsMatch(text).ShouldBeFalse($"{view}: the Content-Security-Policy would stop it");
    }

    [Fact]
    public void Every_page_is_a_members_page_but_the_list_of_the_own_courses()
    {
        var pages = typeof(MemberPage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract).ToList();
        pages.Count.ShouldBeGreaterThan(7);
        pages.Where(page => !page.IsSubclassOf(typeof(MemberPage))).Select(page => page.FullName).ShouldBe(["MentorCourseLti.Features.Courses.IndexModel"]);
    }

    [Fact]
    public void What_an_instructor_sets_is_noted_when_it_changes()
    {
        string[] others =
        [
            // What the LMS says is noted as the date and the points that hold then; a place in the term is noted as the date that comes of it.
            "Activity.Lms", "Activity.Ours", "Activity.Place",
            // Written with what was given, and said by the entry itself.
            "Allowance.GivenAt", "Allowance.GivenBy", "Allowance.Version",
        ];
        string noted = File.ReadAllText(Path.Combine(Features, "Audit", "NotedAct.cs"));
        var settings = from type in new[] { typeof(Activity), typeof(Allowance) }
                       from property in type.GetProperties()
                       where property.SetMethod is { } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit")
                       select $"{type.Name}.{property.Name}";
        settings.Where(setting => !noted.Contains($"nameof({setting})", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(others);
    }

    [Fact]
    public void Resources_name_no_text_twice()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Root, "src", "MentorCourseLti"), "*.resx", SearchOption.AllDirectories))
            Keys(file).GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty(file);
    }

    [Fact]
    public async Task No_committed_file_has_a_path_of_a_machine()
    {
        // Written in two halves, or this file would be found.
        string[] places = ["/ho" + "me/[a-z]", "/ro" + "ot/", "/wo" + "rk/", "C:\\Us" + "ers"];
        using var git = Process.Start(new ProcessStartInfo("git", ["grep", "-lIE", $"(^|[^[:alnum:].])({string.Join('|', places)})", "--", "."])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        string found = await git.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        found.Trim().ShouldBeEmpty();
    }

    private static IEnumerable<string> Missing(string view, string localizer, string resources)
    {
        var named = Regex.Matches(view, $$"""\b{{localizer}}\["(?<key>[^"]+)"|\b{{localizer}}\.GetString\("(?<key>[^"]+)"|\b{{localizer}}\[[^\]"]*\? "(?<key>[^"]+)" : "(?<key>[^"]+)"\]""", RegexOptions.None, TimeSpan.FromSeconds(5))
            .SelectMany(match => match.Groups["key"].Captures.Select(capture => capture.Value)).ToHashSet(StringComparer.Ordinal);
        if (named.Count == 0)
            return [];
        return File.Exists(resources) ? named.Except(Keys(resources), StringComparer.Ordinal) : named;
    }

    private static IEnumerable<string> Keys(string resources) => XDocument.Load(resources).Root!.Elements("data").Select(data => data.Attribute("name")!.Value);

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style\b|\sstyle="|\son[a-z]+="|href="javascript:""", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex InlineScript();

    private static string FindRoot([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MentorCourseLti.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The sources are not there: these tests read them.");
    }
}
