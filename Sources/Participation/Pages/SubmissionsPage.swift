import Publishing
import Storage
import Web
import Wording

/// `/committees/meetings/{meeting}/submissions`: what the public brings before a meeting.
struct SubmissionsPage {
    let meeting: HeardMeeting
    let all: [Submission]
    let publication: Publication?
    let mayPublish: Bool

    var page: Page {
        Page(
            "From the public: \(meeting.title)", crumbs: meeting.crumbs, width: .wide,
            body: """
                <h1>From the public</h1>
                <p class="lead">Questions, deputations and petitions before \(meeting.title). Nobody can send one here without \
                signing in: enter what came by letter, by mail or at the desk.</p>
                \(hearings)
                <p class="actions">\(Button("Enter what came", to: "\(meeting.address)/new").html)</p>
                \(all.isEmpty ? EmptyState("Nothing has come yet", "What you enter stands here, the first that came first.").html : table)
                \(agenda)
                \(published)
                """)
    }

    private var hearings: HTML {
        guard !meeting.hearings.isEmpty else {
            return Notice(
                .information, "Nobody said that the public may bring anything to this body",
                "<p>What comes all the same can be entered. To accept it you need to say why.</p>"
            ).html
        }
        return SummaryList(
            meeting.hearings.map { hearing in
                let limits = [
                    hearing.words.map { "\($0.counted("word", "words")) at most" },
                    hearing.minutes.map { "\($0.counted("minute", "minutes")) at most" },
                ].compactMap(\.self).map { ", \($0)" }.joined()
                return (hearing.kind.titleOfMany, "By \(hearing.deadline)\(limits)")
            }
        ).html
    }

    private var table: HTML {
        DataTable(
            "What came",
            columns: [.text("What"), .text("Named in public as"), .text("Came"), .text("Standing"), .text("Answer")],
            rows: all.map { submission in
                let details = submission.details
                let concerns = details.concerns(at: meeting.hearings)
                return [
                    "<a href=\"\(submission.address)\">\(details.kind.title): \(details.subject)</a>",
                    HTML(text: details.naming.words),
                    "\(details.came) \(concerns.isEmpty ? nil : Tag("Look at the rules", .waiting).html)",
                    StandingTag(submission: submission, meeting: meeting).html,
                    HTML(text: submission.answer.map { "\($0.by), \($0.way.words)" } ?? "None yet"),
                ]
            }
        ).html
    }

    private var agenda: HTML? {
        let waiting = SubmissionItem.waiting(among: all)
        guard !waiting.isEmpty else { return nil }
        return Notice(
            .information, "Accepted, and on no agenda yet",
            """
            <p>\(waiting.map(\.title).joined(separator: ", ")): <a href="\("/committees/meetings/\(meeting.id)/agenda" as Address)">put \
            them on the agenda</a> at one press.</p>
            """
        ).html
    }

    private var published: HTML {
        let there: HTML? = publication.map { publication in
            "<p><a href=\"/publications/\(publication.slug)\">Version \(publication.versions.first?.number ?? 1) is published</a>.</p>"
        }
        let button: HTML? =
            mayPublish && (publication != nil || all.contains { $0.standing.isAccepted })
            ? "<p class=\"actions\">\(Button("Look at what everybody would read", to: "\(meeting.address)/publication", weight: .secondary).html)</p>"
            : nil
        return """
            <h2>Published</h2>
            \(there ?? "<p>Nothing is published yet. Once it is, questions and answers stand on the meeting’s public page.</p>")
            \(button)
            """
    }
}

/// How something stands, in a word.
struct StandingTag {
    let submission: Submission
    let meeting: HeardMeeting

    var html: HTML {
        switch submission.standing {
        case .waiting: Tag("To be decided", .waiting).html
        case .accepted:
            "\(Tag("Accepted", .good).html) \(submission.agendaKey == nil ? "On no agenda yet" : "On the agenda")"
        case .rejected: Tag("Rejected", .bad).html
        case .withdrawn: Tag("Withdrawn").html
        }
    }
}

extension SubmissionDetails {
    /// "2 February 2016, 4.30 pm"
    var came: String { receivedAt.map { "\(receivedOn.words), \($0.words)" } ?? receivedOn.words }
}

/// `/committees/meetings/{meeting}/submissions/publication`: what everybody would read, before they do.
struct SubmissionPublicationPage {
    let heard: HeardSubmissions
    let publication: Publication?
    let visit: Visit
    var refusals: Refusals?

    private var meeting: HeardMeeting { heard.meeting }

    var page: Page {
        Page(
            "Publish what came from the public",
            crumbs: meeting.crumbs + [Mention(at: meeting.address, titled: "From the public")],
            hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <h1>Publish what came from the public</h1>
                <p class="lead">This is all that everybody would read, on a page that is listed with \(meeting.title). How to \
                reach anybody is no part of it.</p>
                \(obstacles)
                \(asked)
                \(heard.list)
                \(form)
                """)
    }

    private var problems: [String] {
        let found = heard.accepted.flatMap { one in one.privateDetails.map { "\(one.details.subject): \($0)" } }
        return meeting.announced == nil ? found + [ParticipationRefusal.notAnnounced.reason] : found
    }

    private var obstacles: HTML? {
        guard !problems.isEmpty else { return nil }
        return Notice(.warning, "Before it can be published", "<ul>\(problems.html { "<li>\($0)</li>" })</ul>").html
    }

    private var doubts: [String] {
        heard.accepted.flatMap { one in one.doubts.map { "\(one.details.subject): \($0)" } }
    }

    private var asked: HTML? {
        guard !doubts.isEmpty else { return nil }
        return Notice(.warning, "Look at this first", "<ul>\(doubts.html { "<li>\($0)</li>" })</ul>").html
    }

    private var form: HTML? {
        guard problems.isEmpty else { return nil }
        let looked: HTML? = doubts.isEmpty ? nil : LookedAt.question("", refusals).html
        return PostForm(
            to: "\(meeting.address)/publication", visit,
            values: [("before", "\(publication?.versions.first?.number ?? 0)")],
            "\(looked)<p class=\"actions\">\(Button("Publish it for everybody").html) <a href=\"\(meeting.address)\">Cancel</a></p>"
        ).html
    }
}
