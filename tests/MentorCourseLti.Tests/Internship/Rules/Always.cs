using FsCheck;
using FsCheck.Fluent;

namespace MentorCourseLti.Tests.Internship.Rules;

/// <summary>Says that something holds for whatever is generated; what it does not hold for is in the failure, with the seed that brings it back.</summary>
internal static class Always
{
    public static void For<T>(Gen<T> any, Action<T> holds) => Prop.ForAll(any.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithQuietOnSuccess(true));

    public static Gen<decimal> Hundredths(int from, int to) => Gen.Choose(from, to).Select(hundredths => hundredths / 100m);
}
