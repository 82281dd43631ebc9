import Publishing
import Storage
import Web
import Wording

/// `…/minutes/circulation`: the ways of a draft, in their order: sent round, corrected, confirmed, published.
struct CirculationPage {
    let opened: MinutesDesk.Opened
    let today: Day
    let numbering: YearNumbering
    /// Whose minutes have no numbers yet.
    let earlier: [OtherMeeting]
    let later: [OtherMeeting]
    let published: Publication?
    let mayPublish: Bool
    let visit: Visit
    var refusals: Refusals?
    /// A summary that was refused: the item, and what was typed.
    var typed: (item: String, text: String)?

    private var standing: MinutesStanding { opened.standing }
    private var record: MinutesRecord { opened.record }

    var page: Page {
        Page(
            "Circulate and confirm: \(opened.meeting.title)",
            crumbs: opened.crumbs + [Mention(at: opened.address, titled: "Minutes")], hasErrors: refusals != nil,
            body: """
                \(ErrorSummary(refusals).html)
                <p class="eyebrow">Minutes \(Tag(standing.title, standing.confirmation == nil ? .waiting : .good).html)</p>
                <h1>\(opened.meeting.title)</h1>
                \(KeptMinutes(opened: opened).html)
                \(SummaryGap(opened: opened).html)
                <h2>1. Circulate the draft</h2>
                \(circulation)
                <h2>2. Corrections</h2>
                \(corrections)
                <h2>3. Confirm</h2>
                \(confirmation)
                <h2>4. Publish</h2>
                \(SummaryPart(opened: opened, visit: visit, typed: typed).html)
                \(publication)
                """)
    }

    private var circulation: HTML {
        let done: HTML? =
            standing.circulations.isEmpty
            ? nil
            : "<ul>\(standing.circulations.html { "<li>Sent to the members on \($0.at.dayAndTime) by \($0.by)</li>" })</ul>"
        guard standing.confirmation == nil, record.newest > 0, standing.circulations.last?.upTo != record.newest else {
            return "\(done)\(record.newest == 0 ? "<p>Nothing was written yet.</p>" : nil)"
        }
        let obstacles = Circulating(record, on: today).obstacles
        guard obstacles.isEmpty else {
            return "\(done)<p>Before they can be circulated:</p>\n<ul>\(obstacles.html { "<li>\($0).</li>" })</ul>"
        }
        let last = numbering.next + record.meeting.items.count { standing.numbers[$0.key] == nil } - 1
        let range =
            last < numbering.next
            ? "Its minutes have their numbers already."
            : "Its minutes get the numbers \(numbering.next) to \(last) of the municipal year \(numbering.year.words), for good."
        return """
            \(done)
            <p>Whoever sits on the body is told, can read it and propose corrections. \(numbering.isSettled ? range : "Each minute gets its number for good.")</p>
            \(PostForm(
                to: "\(opened.address)/circulation", visit, values: [("newest", "\(record.newest)")], isRefused: refusals != nil,
                """
                \(numbering.isSettled ? nil : year)
                \(goesFirst)
                <p class="actions">\(Button(standing.isCirculated ? "Circulate it again" : "Circulate the draft").html) \
                <a href="\(opened.address)/reading">Read it through first</a></p>
                """
            ).html)
            """
    }

    /// Numbers run by the days of the meetings, and what was given is given for good: so it is asked.
    private var goesFirst: HTML? {
        guard !earlier.isEmpty else { return nil }
        let links = earlier.html { other in
            let place: Address = "/committees/meetings/\(other.id)/minutes/circulation"
            return "<li><a href=\"\(place)\">\(other.day.words)</a></li>\n"
        }
        let notice = Notice(
            .warning, "Earlier minutes have no numbers yet",
            "<p>Circulate these first, so that the numbers follow the days of the meetings:</p>\n<ul>\(links)</ul>")
        return """
            \(notice.html)
            <p class="choice"><input class="choice__input" type="checkbox" id="goes-first" name="goes-first" value="yes"> \
            <label class="choice__label" for="goes-first">These are numbered before them all the same: what was minuted \
            elsewhere, for example</label></p>
            """
    }

    private var year: HTML {
        """
        \(Field("begins-on", "Day of the annual meeting with which the year \(numbering.year.words) began", hint: "For example 19/5/2015. The minutes of this body are numbered from then on.", value: numbering.beginsOn.typed, refusals: refusals).html)
        \(Field("first", "First number that is given here", hint: "1, or the next one where minutes of this year were written elsewhere.", value: "1", refusals: refusals).html)
        """
    }

    private var corrections: HTML {
        guard let document = opened.document, standing.isCirculated else {
            return "<p>Members propose them once the draft is circulated.</p>"
        }
        return CorrectionList(standing: standing, document: document) { correction in
            guard standing.confirmation == nil else { return .empty }
            return PostForm(
                to: "\(opened.address)/corrections/\(correction.id)", visit,
                """
                <p class="choice"><input class="choice__input" type="radio" name="answer" value="accepted" id="accept-\(correction.id.description)"> <label class="choice__label" for="accept-\(correction.id.description)">Accepted: change the minutes accordingly</label></p>
                <p class="choice"><input class="choice__input" type="radio" name="answer" value="not accepted" id="refuse-\(correction.id.description)"> <label class="choice__label" for="refuse-\(correction.id.description)">Not accepted</label></p>
                <div class="field"><label class="field__label" for="words-\(correction.id.description)">Why</label>
                <input class="field__input" type="text" name="words" id="words-\(correction.id.description)" autocomplete="off"></div>
                <p class="actions">\(Button("Answer", weight: .secondary).html)</p>
                """
            ).html
        }.html
    }

    private var confirmation: HTML {
        if let confirmed = standing.confirmation {
            return """
                <p>Confirmed on \(confirmed.on.words), entered by \(confirmed.by). SHA-256 \
                <code class="minutes-hash">\(confirmed.hash.description)</code></p>
                """
        }
        let obstacles = Confirming(record, standing).obstacles
        guard obstacles.isEmpty else {
            return "<p>Before they can be confirmed:</p>\n<ul>\(obstacles.html { "<li>\($0)</li>" })</ul>"
        }
        let suitable = later.filter(\.isSuitable)
        guard !suitable.isEmpty else {
            return """
                <p>They are confirmed at the body’s next meeting that is not extraordinary (Local Government Act 1972, Schedule 12, \
                paragraph 41(3)). None was held since.</p>
                """
        }
        return PostForm(
            to: "\(opened.address)/confirmation", visit, values: [("newest", "\(record.newest)")],
            """
            \(Field("meeting", "The meeting that confirmed them as a correct record", .choice(suitable.map { .init("\($0.id)", $0.day.words) })).html)
            <p>From then on they can never be changed.</p>
            <p class="actions">\(Button("Enter that they were confirmed", weight: .warning).html)</p>
            """
        ).html
    }

    private var publication: HTML {
        let meeting = opened.meeting
        if meeting.body.isNeverPublic { return "<p>Nothing of this body’s meetings is ever laid before everybody.</p>" }
        let there: HTML? = published.map { publication in
            "<p><a href=\"/publications/\(publication.slug)\">Version \(publication.versions.first?.number ?? 1) is published</a>.</p>"
        }
        guard meeting.announced != nil else { return "<p>\(MinutesRefusal.notAnnounced.reason).</p>" }
        guard standing.isCirculated else { return "<p>Circulate the draft first.</p>" }
        let obstacles = Circulating(record, on: today).obstacles
        guard obstacles.isEmpty || standing.confirmation != nil else {
            return "\(there)<ul>\(obstacles.html { "<li>\($0).</li>" })</ul>"
        }
        guard let fair = opened.document.map({ FairRecord($0, record) }), fair.wanting.isEmpty else {
            return
                "\(there)<p>First write what the public is told of what was private, or say that no summary is needed.</p>"
        }
        guard mayPublish else { return "\(there)<p>You may not publish them.</p>" }
        return """
            \(there)
            <p>The page and the PDF leave out what is kept from the public.</p>
            \(PostForm(
                to: "\(opened.address)/publication", visit, values: [("before", "\(published?.versions.first?.number ?? 0)")],
                """
                \(CopiedWordsNotice(fair: fair).html)
                <p class="actions">\(Button(standing.confirmation == nil ? "Publish the draft" : "Publish the confirmed minutes").html)</p>
                """
            ).html)
            """
    }
}
