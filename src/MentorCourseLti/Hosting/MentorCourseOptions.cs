using FluentValidation;
using MentorCourseLti.Data;

namespace MentorCourseLti.Hosting;

/// <summary>The settings under <c>MentorCourse</c>.</summary>
public sealed class MentorCourseOptions
{
    public const string Section = "MentorCourse";

    /// <summary>Our own address as browsers and LMSs reach it. Every address we hand out starts with it.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Allows platforms on private or loopback addresses, http platforms and an http PublicUrl.</summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>IANA zone of a course until its instructor chooses another.</summary>
    public string DefaultTimeZone { get; set; } = "Etc/UTC";

    /// <summary>How long a launch stays open, in hours.</summary>
    public double VisitHours { get; set; } = 12;

    /// <summary>Grades of how many courses travel at once.</summary>
    public int DeliveryLanes { get; set; } = 20;

    public DatabaseSection Database { get; set; } = new();

    public FilesSection Files { get; set; } = new();

    public MailSection Mail { get; set; } = new();

    public MetricsSection Metrics { get; set; } = new();

    public AdministrationSection Administration { get; set; } = new();

    public KeyRingSection KeyRing { get; set; } = new();

    public Uri PublicUri => new(PublicUrl!);

    public sealed class DatabaseSection
    {
        public string Provider { get; set; } = nameof(DatabaseProvider.Sqlite);
    }

    public sealed class FilesSection
    {
        /// <summary>Where attachments lie. By default beside the SQLite file, or in data/files.</summary>
        public string? Folder { get; set; }

        /// <summary>How many go with one piece of work.</summary>
        public int MostFiles { get; set; } = 10;

        /// <summary>How large each may be.</summary>
        public double MostMegabytes { get; set; } = 25;
    }

    /// <summary>The mail server for reminders. Without one they are in the tool alone.</summary>
    public sealed class MailSection
    {
        public string? Host { get; set; }

        public int Port { get; set; } = 587;

        public string? User { get; set; }

        public string? Password { get; set; }

        /// <summary>Whom reminders come from.</summary>
        public string? From { get; set; }

        public MailTls Tls { get; set; } = MailTls.StartTls;

        /// <summary>How long the server may take for an answer.</summary>
        public double TimeoutSeconds { get; set; } = 30;

        public bool IsOn => !string.IsNullOrWhiteSpace(Host);
    }

    public sealed class MetricsSection
    {
        /// <summary>Bearer token that opens /metrics to a scraper on another machine.</summary>
        public string? Token { get; set; }
    }

    public sealed class AdministrationSection
    {
        /// <summary>Opens /lti/invite to whoever has it. Without one there is no such page; the command line does the same.</summary>
        public string? Key { get; set; }
    }

    public sealed class KeyRingSection
    {
        /// <summary>A file with keys of our own (<c>keys make-file</c>), which seals the key ring in the database.</summary>
        public string? KeyFile { get; set; }

        /// <summary>Instead of it, certificates with their private keys (PKCS #12 or PEM): the first seals, all open.</summary>
        public IList<string> CertificateFiles { get; } = [];

        public string? CertificatePassword { get; set; }

        /// <summary>How old the newest signing key may become.</summary>
        public double RotateAfterDays { get; set; } = 90;
    }

    /// <summary>Says what is wrong with the settings, each with its full name.</summary>
    public sealed class Validator : AbstractValidator<MentorCourseOptions>
    {
        public Validator()
        {
            RuleFor(options => options.PublicUrl)
                .Must(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { Query: "", Fragment: "" })
                .WithMessage("MentorCourse:PublicUrl must be this tool's own address, such as https://mentor.example.edu.");
            RuleFor(options => options.PublicUrl)
                .Must((options, url) => options.AllowPrivateNetworks || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme == "https")
                .WithMessage("MentorCourse:PublicUrl must start with https:// (http is for try-outs, with MentorCourse:AllowPrivateNetworks=true).");
            RuleFor(options => options.PublicUrl)
                .Must(url => !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.AbsolutePath == "/")
                .WithMessage("MentorCourse:PublicUrl must end with the host name, such as https://mentor.example.edu: the tool is not served from a folder of another site.");
            RuleFor(options => options.DefaultTimeZone)
                .Must(zone => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                .WithMessage("MentorCourse:DefaultTimeZone must be an IANA time zone, such as America/Phoenix.");
            RuleFor(options => options.VisitHours).InclusiveBetween(0.25, 24 * 7).WithMessage("MentorCourse:VisitHours must lie between 0.25 and 168.");
            RuleFor(options => options.DeliveryLanes).InclusiveBetween(1, 200).WithMessage("MentorCourse:DeliveryLanes must lie between 1 and 200.");
            RuleFor(options => options.Files.MostFiles).InclusiveBetween(0, 10).WithMessage("MentorCourse:Files:MostFiles must lie between 0 and 10.");
            RuleFor(options => options.Files.MostMegabytes).InclusiveBetween(0.1, 25).WithMessage("MentorCourse:Files:MostMegabytes must lie between 0.1 and 25.");
            RuleFor(options => options.Mail.Host).NotEmpty().When(options => options.Mail is { From: not null } or { User: not null } or { Password: not null })
                .WithMessage("MentorCourse:Mail:Host is missing: the other settings of MentorCourse:Mail are of no use without it.");
            When(options => options.Mail.IsOn, () =>
            {
                RuleFor(options => options.Mail.From).Must(from => MailAddress.Find(from) is not null)
                    .WithMessage("MentorCourse:Mail:From must be an e-mail address, such as Mentor Course <mentor@example.edu>.");
                RuleFor(options => options.Mail.Port).InclusiveBetween(1, 65535).WithMessage("MentorCourse:Mail:Port must lie between 1 and 65535.");
                RuleFor(options => options.Mail.TimeoutSeconds).InclusiveBetween(0.5, 300).WithMessage("MentorCourse:Mail:TimeoutSeconds must lie between 0.5 and 300.");
                RuleFor(options => options.Mail.Tls).IsInEnum().WithMessage("MentorCourse:Mail:Tls must be StartTls, Always or Never.");
                RuleFor(options => options.Mail.Password).NotEmpty().When(options => options.Mail.User is { Length: > 0 })
                    .WithMessage("MentorCourse:Mail:Password is missing: MentorCourse:Mail:User needs one.");
                RuleFor(options => options.Mail.User).NotEmpty().When(options => options.Mail.Password is { Length: > 0 })
                    .WithMessage("MentorCourse:Mail:User is missing: MentorCourse:Mail:Password is somebody's.");
                RuleFor(options => options.Mail.Tls).NotEqual(MailTls.Never).When(options => options.Mail.User is { Length: > 0 } && !options.AllowPrivateNetworks)
                    .WithMessage("MentorCourse:Mail:Tls must not be Never with a MentorCourse:Mail:User: the password would travel in the open.");
            });
            RuleFor(options => options.Administration.Key).MinimumLength(20).When(options => options.Administration.Key is not null)
                .WithMessage("MentorCourse:Administration:Key must have at least 20 characters: it registers learning platforms.");
            RuleFor(options => options.KeyRing.RotateAfterDays).InclusiveBetween(1, 3650).WithMessage("MentorCourse:KeyRing:RotateAfterDays must lie between 1 and 3650.");
            RuleFor(options => options.KeyRing.CertificateFiles).Empty().When(options => options.KeyRing.KeyFile is { Length: > 0 })
                .WithMessage("MentorCourse:KeyRing takes a KeyFile or CertificateFiles, not both.");
            RuleFor(options => options.Database.Provider)
                .Must(provider => Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out var known) && Enum.IsDefined(known))
                .WithMessage("MentorCourse:Database:Provider must be Sqlite or Postgres.");
        }
    }
}
