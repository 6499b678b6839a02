using FluentValidation;
using MentorCourseLti.Features.Activities;
using MentorCourseLti.Features.Archive;
using MentorCourseLti.Features.Assess;
using MentorCourseLti.Features.Audit;
using MentorCourseLti.Features.Calendar;
using MentorCourseLti.Features.Deliveries;
using MentorCourseLti.Features.Files;
using MentorCourseLti.Features.Groups;
using MentorCourseLti.Features.Launch;
using MentorCourseLti.Features.Links;
using MentorCourseLti.Features.Logs;
using MentorCourseLti.Features.Mentees;
using MentorCourseLti.Features.Norming;
using MentorCourseLti.Features.People;
using MentorCourseLti.Features.Picture;
using MentorCourseLti.Features.Placement;
using MentorCourseLti.Features.Programmes;
using MentorCourseLti.Features.Reflections;
using MentorCourseLti.Features.Reminders;
using MentorCourseLti.Features.Rubrics;
using MentorCourseLti.Features.Rules;
using MentorCourseLti.Features.Runs;
using MentorCourseLti.Features.Sections;
using MentorCourseLti.Features.Sessions;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Features.Terms;
using MentorCourseLti.Features.Totals;

namespace MentorCourseLti.Features;

internal static class FeatureRegistration
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<VisitOpening>();
        services.AddSingleton<RefusalLimit>();
        services.AddSingleton<ReturningMembers>();
        services.AddScoped<ArrivalRecorder>();
        // Not made for the many launches that have nothing new to say.
        services.AddScoped(provider => new Lazy<ArrivalRecorder>(provider.GetRequiredService<ArrivalRecorder>));
        services.AddScoped<WorkLanding>();
        services.AddScoped(provider => new Lazy<WorkLanding>(provider.GetRequiredService<WorkLanding>));
        services.AddScoped<LinkRecorder>();
        services.AddScoped<RunHistory>();
        services.AddScoped<RunDesk>();
        services.AddScoped<ActivityCopies>();
        services.AddScoped<ActivityDesk>();
        services.AddScoped<SettingChanges>();
        services.AddScoped<AllowanceDesk>();
        services.AddSingleton<RuleWords>();
        services.AddScoped<LinkSetUp>();
        services.AddScoped<PlacementDesk>();
        services.AddScoped<DraftDesk>();
        services.AddScoped<HandInDesk>();
        services.AddScoped<AttachmentDesk>();
        services.AddScoped<FeedbackDesk>();
        services.AddScoped<RubricRescore>();
        services.AddScoped<RubricDesk>();
        services.AddScoped<RubricLine>();
        services.AddScoped<RubricLibrary>();
        services.AddSingleton<RubricWords>();
        services.AddScoped<AssessDesk>();
        services.AddScoped<WaitingWork>();
        services.AddScoped<GradingLeases>();
        services.AddScoped<HeldGrades>();
        services.AddScoped<CommentBank>();
        services.AddScoped<NormingDesk>();
        services.AddScoped<HandedInTexts>();
        services.AddScoped<LogDesk>();
        services.AddScoped<LogReview>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditDesk>();
        services.AddSingleton<AuditWords>();
        services.AddScoped<PortfolioDesk>();
        services.AddSingleton<PortfolioText>();
        services.AddScoped<ArchiveLease>();
        services.AddScoped<PortfolioArchive>();
        services.AddScoped<CourseArchive>();
        services.AddScoped<PeopleDesk>();
        services.AddScoped<GroupDesk>();
        services.AddScoped<SlotPlanner>();
        services.AddScoped<GroupImport>();
        services.AddSingleton<GroupList>();
        services.AddSingleton<SlotWords>();
        services.AddScoped<HoursDesk>();
        services.AddScoped<PictureDesk>();
        services.AddScoped<QuietDesk>();
        services.AddScoped<WeekDesk>();
        services.AddScoped<TermDesk>();
        services.AddSingleton<SetupFiles>();
        services.AddScoped<CalendarDesk>();
        services.AddScoped<MenteeDesk>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<ReminderDesk>();
        services.AddScoped<ProgrammeDesk>();
        services.AddScoped<SectionChoice>();
        services.AddSingleton<DeliveryWords>();

        services.AddLocalization();
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddViewLocalization().AddMvcOptions(mvc => mvc.Filters.Add<VisitRequired>());
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(FeatureRegistration).Assembly))
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
    }
}
