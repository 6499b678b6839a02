using System.Text.Json.Serialization;

namespace PracticeLms.Control;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StateBody))]
internal sealed partial class StateJson : JsonSerializerContext;
