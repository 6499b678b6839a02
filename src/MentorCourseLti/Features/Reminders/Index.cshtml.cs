using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Reminders;
using MentorCourseLti.Reminders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MentorCourseLti.Features.Reminders;

/// <summary>A person's reminders from all their courses, and the switches for them.</summary>
[OpenInArchive]
public sealed class IndexModel(ReminderDesk desk, IOptions<MentorCourseOptions> options, TimeProvider clock) : MemberPage
{
    public IReadOnlyList<ShownMessage> Messages { get; private set; } = [];

    /// <summary>Those that the person can have, in whichever course.</summary>
    public IReadOnlyList<ReminderKind> Kinds { get; private set; } = [];

    public ReminderChoice? Choice { get; private set; }

    /// <summary>Whether this tool sends e-mail.</summary>
    public bool MailIsOn => options.Value.Mail.IsOn;

    /// <summary>Where e-mail would go.</summary>
    public string? Address { get; private set; }

    public bool IsRefused => Address is not null && Choice is { RefusedAddress: { } refused } && string.Equals(refused, Address, StringComparison.OrdinalIgnoreCase);

    public DateTimeOffset Now { get; private set; }

    public bool IsSaved { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool saved, CancellationToken cancel)
    {
        if (!MayHaveThem)
            return NotFound();
        (IsSaved, Now) = (saved, clock.GetUtcNow());
        var person = await ReadPersonAsync(cancel);
        Choice = await desk.FindChoiceAsync(Member, cancel);
        Messages = await desk.ReadAsync(Member, person, cancel);
        if (Messages.Any(message => message.IsNew))
            await desk.MarkReadAsync(Member, cancel);
        return Page();
    }

    /// <param name="trust">The address is right, whatever the mail server said of it.</param>
    public async Task<IActionResult> OnPostAsync(ReminderKind[] kinds, bool mail, bool trust, CancellationToken cancel)
    {
        if (!MayHaveThem)
            return NotFound();
        await ReadPersonAsync(cancel);
        await desk.ChooseAsync(Member, choice =>
        {
            choice.Choose(Kinds, kinds);
            // What the form did not ask stays as it is.
            if (MailIsOn && Address is not null)
                choice.WantsMail = mail;
            if (trust)
                choice.TrustAgain();
        }, cancel);
        return RedirectToPage(new { saved = true });
    }

    private bool MayHaveThem => Member.Supervises || Member.MayHandIn;

    private async Task<RemindedPerson?> ReadPersonAsync(CancellationToken cancel)
    {
        var person = await desk.FindPersonAsync(Member, cancel);
        Kinds = person?.Kinds ?? ReminderKinds.Of(Member.MayHandIn, Member.Supervises);
        Address = person?.Mailbox?.Address;
        return person;
    }
}
