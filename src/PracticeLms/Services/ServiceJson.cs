using System.Text.Json.Serialization;
using PracticeLms.Gradebooks;

namespace PracticeLms.Services;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScorePost))]
[JsonSerializable(typeof(ScoreAnswer))]
[JsonSerializable(typeof(LineItemBody))]
[JsonSerializable(typeof(SubmissionReviewBody))]
[JsonSerializable(typeof(IReadOnlyList<LineItemBody>))]
[JsonSerializable(typeof(IReadOnlyList<ResultBody>))]
internal sealed partial class ServiceJson : JsonSerializerContext;
