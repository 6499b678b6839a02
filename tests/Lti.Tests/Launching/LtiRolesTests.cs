using Lti.Launching;

namespace Lti.Tests.Launching;

public sealed class LtiRolesTests
{
    private const string Membership = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    private const string InstructorSub = "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#";
    private const string Institution = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";
    private const string SystemWide = "http://purl.imsglobal.org/vocab/lis/v2/system/person#";

    [Theory]
    [InlineData(LtiRole.Instructor, Membership + "Instructor")]
    [InlineData(LtiRole.Learner, Membership + "Learner")]
    [InlineData(LtiRole.Instructor, "Instructor")]
    [InlineData(LtiRole.Learner, "Learner")]
    [InlineData(LtiRole.Instructor, "urn:lti:role:ims/lis/Instructor")]
    [InlineData(LtiRole.Learner, "urn:lti:role:ims/lis/Learner/NonCreditLearner")]
    [InlineData(LtiRole.TeachingAssistant, "urn:lti:role:ims/lis/TeachingAssistant")]
    [InlineData(LtiRole.TeachingAssistant, "urn:lti:role:ims/lis/TeachingAssistant/Grader")]
    [InlineData(LtiRole.TeachingAssistant, InstructorSub + "TeachingAssistant")]
    [InlineData(LtiRole.TeachingAssistant, InstructorSub + "TeachingAssistantSection")]
    [InlineData(LtiRole.TeachingAssistant, InstructorSub + "Grader")]
    [InlineData(LtiRole.Instructor, InstructorSub + "PrimaryInstructor")]
    [InlineData(LtiRole.Instructor, Membership + "Administrator")]
    [InlineData(LtiRole.None, Membership + "ContentDeveloper")]
    [InlineData(LtiRole.None, Membership + "Mentor")]
    [InlineData(LtiRole.None, "instructor")]
    [InlineData(LtiRole.None, "http://evil.example/vocab/lis/v2/membership#Instructor")]
    [InlineData(LtiRole.None, Institution + "Instructor")]
    [InlineData(LtiRole.Instructor, Institution + "Administrator")]
    [InlineData(LtiRole.Instructor, SystemWide + "SysAdmin")]
    [InlineData(LtiRole.Instructor, "urn:lti:sysrole:ims/lis/SysAdmin")]
    [InlineData(LtiRole.Instructor, "urn:lti:instrole:ims/lis/Administrator")]
    public void A_single_role_means(LtiRole expected, string role) => LtiRoles.Of(role).Highest.ShouldBe(expected);

    [Fact]
    public void An_institutions_administrator_who_is_a_learner_here_is_a_learner_here()
    {
        var roles = LtiRoles.Of(Institution + "Administrator", Membership + "Learner");

        roles.Highest.ShouldBe(LtiRole.Learner);
        roles.IsInstructor.ShouldBeFalse();
        roles.IsAdministrator.ShouldBeTrue();
    }

    [Fact]
    public void An_administrator_with_a_context_role_of_no_use_gets_no_right() =>
        LtiRoles.Of(SystemWide + "Administrator", Membership + "Mentor").Highest.ShouldBe(LtiRole.None);

    [Fact]
    public void A_teaching_assistant_comes_with_the_principal_role_and_stays_one() =>
        LtiRoles.Of(Membership + "Instructor", InstructorSub + "TeachingAssistant").IsTeachingAssistant.ShouldBeTrue();

    [Fact]
    public void A_lecturer_who_also_assists_is_an_instructor() =>
        LtiRoles.Of(InstructorSub + "TeachingAssistant", InstructorSub + "Lecturer").IsInstructor.ShouldBeTrue();

    [Fact]
    public void A_test_user_is_no_context_role()
    {
        var roles = LtiRoles.Of("http://purl.imsglobal.org/vocab/lti/system/person#TestUser");

        roles.IsTestUser.ShouldBeTrue();
        roles.Highest.ShouldBe(LtiRole.None);
    }

    [Fact]
    public void Roles_are_kept_as_they_were_sent() =>
        LtiRoles.Of("Instructor", "Pilot").All.ShouldBe(["Instructor", "Pilot"]);
}
