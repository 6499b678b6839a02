using Microsoft.Playwright;

namespace BrowserTests.Pages;

/// <summary>An instructor's pages of a group and its sessions.</summary>
internal sealed class GroupPages(IFrame frame)
{
    /// <param name="visit">The visit's address.</param>
    public async Task MakeAsync(string visit, string mentor, string mentees)
    {
        await frame.GotoAsync($"{visit}/groups/edit");
        await frame.GetByLabel("Mentor", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = mentor });
        await frame.GetByLabel("Mentees").FillAsync(mentees);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Make the group" }).ClickAsync();
        await Plan.WaitForAsync();
    }

    public async Task PlanAsync(string day, string from, string to)
    {
        await Plan.ClickAsync();
        await frame.GetByLabel("Date").FillAsync(day);
        await frame.GetByLabel("From").FillAsync(from);
        await frame.GetByLabel("To", new() { Exact = true }).FillAsync(to);
        await frame.GetByRole(AriaRole.Button, new() { Name = "Plan it" }).ClickAsync();
        await frame.GetByRole(AriaRole.Heading, new() { Name = "So far" }).WaitForAsync();
    }

    private ILocator Plan => frame.GetByRole(AriaRole.Link, new() { Name = "Plan one more session" });
}
