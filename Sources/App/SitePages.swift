import Administration
import Assessment
import DataRegister
import Decisions
import Meetings
import Membership
import MyPapers
import Notices
import Partnership
import Press
import PublicSite
import Publishing
import Recommendations
import Reports
import Storage
import StrategicAssessment
import Web

/// The pages of one partnership's site: every capability's routes, and what all pages have in common.
struct SitePages {
    let installation: Installation
    let desk: ImportDesk
    let looking: MappingDesk
    let signIn: SignInAddresses
    let surroundings: PartnershipSite.Surroundings
    /// One for the whole site, so that what pages and rankings ask for is worked out once.
    private let comparisons: ComparisonDesk
    private let assessments: AssessmentDesk
    private let places: PlacesDesk
    private let signals: SignalDesk
    private let figures: FigureDesk
    /// What the year’s assessments are made with.
    let strategicDesks: StrategicDesks
    /// What reports to committees are written with.
    let reportsDesk: ReportsDesk
    /// What meetings are arranged with, and what follows from them.
    let committees: CommitteeDesks

    init(
        installation: Installation, desk: ImportDesk, looking: MappingDesk, signIn: SignInAddresses,
        surroundings: PartnershipSite.Surroundings
    ) {
        (self.installation, self.desk, self.looking, self.signIn) = (installation, desk, looking, signIn)
        self.surroundings = surroundings
        let (database, identities, home) = (
            installation.database, installation.identities, installation.profile.district
        )
        comparisons = ComparisonDesk(database, identities: identities, home: home)
        assessments = AssessmentDesk(database, identities: identities)
        figures = FigureDesk(database, identities: identities, comparisons: comparisons)
        let evidence = EvidenceFromAssessment(
            figures, comparisons: comparisons, series: SeriesStore(database, identities: identities), district: home)
        let smallNumbers = SmallNumbersFromAssessment(
            desk: SmallNumberDesk(database, identities: identities), reports: FinishingStore(database))
        reportsDesk = Self.reportsDesk(
            installation, surroundings,
            figures: FiguresForReportsFromAssessment(
                evidence: evidence, smallNumbers: smallNumbers,
                documents: PublishedFigures(PublicationStore(database, identities: identities))))
        committees = CommitteeDesks(
            installation, surroundings, reports: reportsDesk, printing: Self.printing(installation, surroundings))
        places = PlacesDesk(database, identities: identities, home: home, figures: figures)
        signals = SignalDesk(database, identities: identities, home: home)
        strategicDesks = Self.strategicDesks(
            installation, surroundings, looking: looking,
            following: FollowedPlacesDesk(
                database, identities: identities, figures: figures, signals: signals, district: home),
            evidence: evidence, smallNumbers: smallNumbers,
            exhibits: home.map { [assessments, places] in
                DistrictExhibits(
                    database, identities: identities, assessments: assessments, places: places, district: $0)
            })
    }

    private var settings: Settings { surroundings.settings }
    /// Its own colour, or else the installation's.
    private var accent: Accent? { installation.profile.ownAccent ?? settings.accent }

    func add(_ sessions: SessionStore, to kit: inout Kit) {
        AssetRoutes().add(to: &kit.routes)
        // A letter must lead back here, and only what the operator said of the address can be believed.
        let sendsMail = settings.mail != nil && kit.routes.site.hasAddress
        addAccounts(sessions, sendsMail: sendsMail, to: &kit.routes)
        addPartnership(sendsMail: sendsMail, to: &kit.routes)
        addAssessment(to: &kit.routes)
        PublicationRoutes(
            installation.database, identities: installation.identities,
            news: PublishedFromStrategicAssessment(desks: strategicDesks)
        ).add(to: &kit.routes)
        ReportsRoutes(reportsDesk).add(to: &kit.routes)
        committees.add(to: &kit.routes)
        addDecisions(to: &kit.routes)
        addOversight(to: &kit.routes)
        HouseRoutes(
            database: installation.database, press: surroundings.press, accent: accent,
            contact: (installation.profile.contact?.description ?? settings.contact).map { Contact(text: $0) }
        ).add(to: &kit.routes)
        MetricsRoutes(
            token: settings.metricsToken,
            more: ProgramFigures(records: installation.records, elapsed: surroundings.elapsed).expose
        ).add(to: &kit)
    }

    /// How people sign in, and what they see of it.
    private func addAccounts(_ sessions: SessionStore, sendsMail: Bool, to routes: inout Routes) {
        let news = AccountNotices(
            identities: installation.identities, from: installation.profile.name, sendsMail: sendsMail)
        SignInRoutes(
            installation.database, identities: installation.identities, sessions: sessions,
            workers: surroundings.workers, addresses: signIn, news: news, sendsMail: sendsMail
        ).add(to: &routes)
        AccountRoutes(
            installation.database, identities: installation.identities, sessions: sessions,
            workers: surroundings.workers, news: news
        ).add(to: &routes)
        GlassRoutes(
            installation.database, identities: installation.identities, permissions: Program.permissions,
            sendsMail: sendsMail
        ).add(to: &routes)
    }

    /// The first pages, who is who, search, and notices.
    private func addPartnership(sendsMail: Bool, to routes: inout Routes) {
        let (database, identities) = (installation.database, installation.identities)
        let profile = installation.profile
        PartnershipRoutes(
            database, identities: identities, profile: profile, permissions: Program.permissions,
            home: HomeFromCapabilities(
                assessment: HomeFromAssessment(
                    assessments, district: profile.district, register: DataSetStandingStore(database),
                    today: { [now = installation.now] in profile.today(at: now()) }),
                strategic: strategicDesks, reports: reportsDesk,
                recommendations: committees.recommendations,
                publications: PublicationStore(database, identities: identities),
                meetings: MeetingNoticeStore(database), agendas: committees.meetings),
            recent: HomeFromActivity(log: installation.activityLog),
            districts: DistrictsFromDataRegister(database, identities: identities), sendsMail: sendsMail,
            press: surroundings.press, accent: accent, changed: surroundings.changed
        ).add(to: &routes)
        SearchRoutes(
            database, profile: profile, permissions: Program.permissions, kinds: Installation.foundKinds
        ).add(to: &routes)
        NoticeRoutes(database, identities: identities, sendsMail: settings.mail != nil).add(to: &routes)
    }

    /// Data files, and what is found in them.
    private func addAssessment(to routes: inout Routes) {
        DataRoutes(
            installation.database, identities: installation.identities, desk: desk,
            looking: looking, uploadLimit: settings.uploadLimit * 1_000_000, home: installation.profile.district,
            published: PublishedFromStrategicAssessment(desks: strategicDesks)
        ).add(to: &routes)
        AssessmentRoutes(
            assessments, press: surroundings.press, partnership: installation.profile.name,
            home: installation.profile.district, accent: accent
        ).add(to: &routes)
        addComparisons(to: &routes)
        StrategicRoutes(strategicDesks).add(to: &routes)
    }

    /// Figures by their addresses, and other districts and places beside the own.
    private func addComparisons(to routes: inout Routes) {
        PlaceRoutes(
            places, mentions: MentionsFromStrategicAssessment(desks: strategicDesks), press: surroundings.press,
            accent: accent
        ).add(to: &routes)
        SignalRoutes(
            signals, press: surroundings.press, partnership: installation.profile.name,
            notice: installation.profile.notice, accent: accent
        ).add(to: &routes)
        FigureRoutes(figures, choices: FigureChoices(installation.database, comparators: comparisons)).add(to: &routes)
        ComparatorRoutes(
            comparisons, comparing: ComparisonRoutes(comparisons, press: surroundings.press, accent: accent)
        ).add(to: &routes)
    }

    private static func strategicDesks(
        _ installation: Installation, _ surroundings: PartnershipSite.Surroundings, looking: MappingDesk,
        following: FollowedPlacesDesk,
        evidence: EvidenceFromAssessment, smallNumbers: SmallNumbersFromAssessment, exhibits: DistrictExhibits?
    ) -> StrategicDesks {
        let (profile, now) = (installation.profile, installation.now)
        let (database, identities) = (installation.database, installation.identities)
        return StrategicDesks(
            database, identities: identities, evidence: evidence,
            exhibits: ExhibitsFromAssessment(
                exhibits, following: following, series: SeriesStore(database, identities: identities)),
            following: FollowingFromAssessment(following),
            smallNumbers: smallNumbers,
            tables: looking,
            printing: printing(installation, surroundings),
            now: now, today: { profile.today(at: now()) })
    }

    /// By what the partnership's papers are printed.
    private static func printing(
        _ installation: Installation, _ surroundings: PartnershipSite.Surroundings
    ) -> Printing {
        let profile = installation.profile
        return Printing(
            by: surroundings.press, partnership: profile.name,
            accent: (profile.ownAccent ?? surroundings.settings.accent)?.hex, notice: profile.notice)
    }

    private static func reportsDesk(
        _ installation: Installation, _ surroundings: PartnershipSite.Surroundings,
        figures: FiguresForReportsFromAssessment
    ) -> ReportsDesk {
        let (profile, now) = (installation.profile, installation.now)
        return ReportsDesk(
            installation.database, identities: installation.identities,
            printing: printing(installation, surroundings), figures: figures,
            news: ThreadsFromReports(keeping: ThreadKeeping(identities: installation.identities)), now: now,
            today: { profile.today(at: now()) })
    }

    /// Who did what, and how the program does.
    private func addOversight(to routes: inout Routes) {
        ActivityRoutes(
            installation.database, identities: installation.identities, log: installation.activityLog
        ).add(to: &routes)
        HealthRoutes(
            installation.database,
            desk: HealthFromProgram(
                installation, settings: settings, press: surroundings.press, startedAt: surroundings.startedAt)
        ).add(to: &routes)
    }

    /// What all pages have in common.
    func site() throws -> Site {
        let (profile, notices) = (installation.profile, NoticeStore(installation.database))
        return Site(
            name: profile.name, notice: profile.notice, attributions: Self.attributions,
            isSecure: settings.isSecure, address: settings.address(host: installation.partnership.host),
            sourceCode: settings.sourceCode, assets: try Assets(accent: accent),
            navigation: [
                Navigation("Home", at: "/home", for: .seeHome),
                Navigation(
                    "Assessment", at: "/assessment", and: ["/comparators", "/figures", "/places", "/signals"],
                    for: .readAssessments),
                Navigation(
                    "Strategic assessment", at: "/strategic-assessments", and: ["/severity-scores"],
                    for: .readStrategicAssessments),
                Navigation("Reports", at: "/reports", for: .readReports),
                Navigation(
                    "Meetings", at: "/committees",
                    and: ["/meetings", "/bodies", "/recommendations", "/decisions", "/forward-plan"],
                    for: .readMeetings),
                Navigation("My papers", at: "/papers", for: .readOwnPapers),
                Navigation("Data", at: "/data", for: .readAssessments),
                Navigation("Partnership", at: "/partnership", for: .seeWhoIsWho),
                Navigation("Activity", at: "/activity", for: .readActivity),
                Navigation("Health", at: "/health", for: .lookAfterSystem),
            ],
            search: Navigation("Search", at: "/search", for: .search),
            inbox: Inbox("Notices", at: "/notices", for: .readNotices) { try await notices.unread(of: $0.id) },
            glass: GlassRoutes.desk(
                installation.database, identities: installation.identities, permissions: Program.permissions,
                now: installation.now),
            keeper: FormKeeper(keys: installation.records.keys, of: installation.partnership.id), now: installation.now)
    }

    private static let attributions = [
        "Contains public sector information licensed under the Open Government Licence v3.0: street-level crime from "
            + "data.police.uk; populations, lookups and boundaries from the Office for National Statistics.",
        "Boundaries contain OS data © Crown copyright and database right.",
    ]
}

extension Profile {
    /// Said under the header of every page of an example.
    fileprivate var notice: String? {
        example.map { _ in
            "Every incident on this site is generated. Yearly totals match published ones; no single incident happened."
        }
    }

    /// The partnership's own colour, where it has chosen one that can be read.
    fileprivate var ownAccent: Accent? { accent.flatMap { try? Accent($0) } }
}
