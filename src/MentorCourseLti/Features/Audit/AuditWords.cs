using System.Globalization;
using MentorCourseLti.Data;
using MentorCourseLti.Features.Rules;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Internship.Rules;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Audit;

/// <summary>What was noted, in the reader's language and zone.</summary>
public sealed class AuditWords(IStringLocalizer<AuditWords> text, IStringLocalizer<Words> words, RuleWords rules)
{
    public string Of(AuditAct act) => text[$"Act.{act}"];

    /// <summary>The activity, or what else it was about.</summary>
    public string Place(AuditRow row) => row.Activity ?? row.Entry.Thing ?? "";

    /// <summary>"Grade: 17 of 20 → 19 of 20".</summary>
    public string Of(AuditChange change, CourseTime time)
    {
        string field = text[$"Field.{change.Field}"];
        return change switch
        {
            { Was: null, Is: null } => field,
            { Was: null, Is: { } now } => text["Is", field, Value(change.Field, now, time)],
            _ => text["Was", field, Value(change.Field, change.Was!, time), change.Is is { } now ? Value(change.Field, now, time) : text["Nothing"].Value],
        };
    }

    private string Value(AuditField field, string value, CourseTime time) => field switch
    {
        AuditField.Score => value.Split('/') is [var score, var outOf] ? words["OfPoints", Number(score), Number(outOf)] : value,
        AuditField.OpensAt or AuditField.DueAt or AuditField.ClosesAt or AuditField.ResubmitUntil or AuditField.StartsAt =>
            time.Fully(DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        AuditField.Points or AuditField.GoalHours or AuditField.Minutes => Number(value),
        AuditField.LeadersGrade or AuditField.IsAnonymous or AuditField.AsksSelfAssessment or AuditField.IsExcused => text["Yes"],
        AuditField.State => text[$"State.{value}"],
        AuditField.Late when JsonText.Read<LatePolicy>(value) is { } late => rules.Of(late),
        AuditField.Participation when JsonText.Read<Participation>(value) is { } participation => string.Join(' ', participation.Parts.Select(rules.Of)),
        _ => value,
    };

    private static string Number(string value) => Points.Of(decimal.Parse(value, CultureInfo.InvariantCulture));
}
