using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Norming;

namespace MentorCourseLti.Features.Norming;

/// <summary>A sample being put together.</summary>
public sealed class SampleForm
{
    /// <summary>None for a new one.</summary>
    public Guid? Id { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    public bool IsEmpty => Id is null && string.IsNullOrWhiteSpace(Text);

    public static SampleForm Of(NormingSample sample) => new() { Id = sample.Id.Value, Title = sample.Title, Text = sample.Text };

    public SampleText ToText() => new(Id is { } id ? new NormingSampleId(id) : null, PlainText.Line(Title, NormingSample.LongestTitle) ?? "", PlainText.Lines(Text).Trim());
}
