using MentorCourseLti.Delivery;
using MentorCourseLti.Internship;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Audit;
using MentorCourseLti.Internship.Groups;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Norming;
using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Sessions;
using MentorCourseLti.Internship.Submissions;
using MentorCourseLti.Internship.Terms;
using MentorCourseLti.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MentorCourseLti.Data;

/// <summary>The database. Its two kinds differ in their migrations and in nothing that the application sees.</summary>
public abstract class CourseDb(DbContextOptions options) : DbContext(options)
{
    private WriteTurn? turn;

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<CourseJoin> CourseJoins => Set<CourseJoin>();

    public DbSet<Term> Terms => Set<Term>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<GroupMentor> GroupMentors => Set<GroupMentor>();

    public DbSet<Mentee> Mentees => Set<Mentee>();

    public DbSet<SchoolPartner> SchoolPartners => Set<SchoolPartner>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<CourseLink> Links => Set<CourseLink>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<GradeColumn> GradeColumns => Set<GradeColumn>();

    public DbSet<Rubric> Rubrics => Set<Rubric>();

    public DbSet<RubricVersion> RubricVersions => Set<RubricVersion>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<SelfAssessment> SelfAssessments => Set<SelfAssessment>();

    public DbSet<GradingLease> GradingLeases => Set<GradingLease>();

    public DbSet<SavedComment> SavedComments => Set<SavedComment>();

    public DbSet<NormingRound> NormingRounds => Set<NormingRound>();

    public DbSet<NormingSample> NormingSamples => Set<NormingSample>();

    public DbSet<NormingScore> NormingScores => Set<NormingScore>();

    public DbSet<FeedbackAnswer> FeedbackAnswers => Set<FeedbackAnswer>();

    public DbSet<Allowance> Allowances => Set<Allowance>();

    public DbSet<LogEntry> LogEntries => Set<LogEntry>();

    public DbSet<GradeDelivery> Deliveries => Set<GradeDelivery>();

    public DbSet<DeliveryReceipt> Receipts => Set<DeliveryReceipt>();

    public DbSet<ColumnChange> ColumnChanges => Set<ColumnChange>();

    public DbSet<DeliveryLane> Lanes => Set<DeliveryLane>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<ArchiveRun> ArchiveRuns => Set<ArchiveRun>();

    public DbSet<ReminderMessage> ReminderMessages => Set<ReminderMessage>();

    public DbSet<ReminderRound> ReminderRounds => Set<ReminderRound>();

    public DbSet<ReminderChoice> ReminderChoices => Set<ReminderChoice>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<PlatformRow> Platforms => Set<PlatformRow>();

    public DbSet<DeploymentRow> Deployments => Set<DeploymentRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<ToolKeyRow> ToolKeys => Set<ToolKeyRow>();

    public DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    /// <summary>Waits for this process's turn to write. SQLite has one writer; asking in turn is cheaper than being told "busy".</summary>
    public ValueTask<IDisposable> WriteTurnAsync(CancellationToken cancel) => (turn ??= this.GetService<WriteTurn>()).TakeAsync(cancel);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        using (await WriteTurnAsync(cancellationToken))
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Saves the unit of work. False, and nothing of it left, where somebody else changed or made the same first.</summary>
    public async Task<bool> TrySaveAsync(CancellationToken cancel)
    {
        try
        {
            await SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException exception) when (IsCrossed(exception))
        {
            ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Somebody else changed the same row first, or made one with the same key.</summary>
    public bool IsCrossed(DbUpdateException exception) => exception is DbUpdateConcurrencyException || IsDuplicate(exception);

    /// <summary>True where the database said that a row with the same key was there first.</summary>
    public abstract bool IsDuplicate(DbUpdateException exception);

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CourseDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        IdConversion.AddTo(configurationBuilder);
        // SQLite cannot compare or order a DateTimeOffset; every time is stored in UTC.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(12, 4);
    }
}
