import Storage
import Web
import Wording

/// `/health`: a line for each thing that has to be well, what to do where it is not, and the jobs that failed.
struct HealthPage {
    let facts: HealthFacts
    /// Whether a job was just put in the queue again.
    let isTriedAgain: Bool

    func page(for visit: Visit) -> Page {
        let report = HealthReport(facts: facts)
        return Page(
            "Health", crumbs: [Mention(at: "/home", titled: "Home")],
            body: """
                \(isTriedAgain ? Notice(.success, "It is tried again within a minute.").html : nil)
                <h1>Health</h1>
                <p class="lead">\(Self.lead(report))</p>
                <ul class="health">
                \(report.lines.html(line))
                </ul>
                \(failed(visit))
                <p>Who signed in, and what the program did by itself, stands in the <a href="/activity">activity</a>.</p>
                """)
    }

    private static func lead(_ report: HealthReport) -> String {
        let count = report.lines.count { $0.state != .well }
        return switch report.state {
        case .well: "All is well."
        case .attention: "\(count.counted("thing wants", "things want")) looking at; nothing is in danger."
        case .bad: "\(count.counted("thing wants", "things want")) looking at, today."
        }
    }

    private func line(_ line: HealthLine) -> HTML {
        """
        <li class="health__line">
        <div class="health__head"><h2 class="health__title">\(line.title)</h2> \(Tag(line.word, line.state.tone).html)</div>
        <p class="health__sentence">\(line.sentence)</p>
        \(line.advice.map { "<p class=\"health__advice\">\($0)</p>\n" })\
        </li>

        """
    }

    private func failed(_ visit: Visit) -> HTML? {
        guard !facts.failedJobs.isEmpty else { return nil }
        return """
            <h2>Jobs that failed</h2>
            \(facts.failedJobs.html { failed in
                """
                <section class="health__job">
                <h3>\(failed.title)</h3>
                <p>It was tried \(failed.job.attempts.counted("time", "times")), last on \(failed.job.endedAt.dayAndTime). \
                What it said: <q>\(failed.job.problem)</q></p>
                <p>\(failed.advice)</p>
                \(PostForm(
                    to: "/health/jobs/\(failed.job.id)/again", visit,
                    """
                    <button class="button button--secondary" type="submit">Try again\
                    <span class="visually-hidden">: \(failed.title)</span></button>
                    """
                ).html)
                </section>

                """
            })
            """
    }
}

extension HealthLine.State {
    fileprivate var tone: Tag.Tone {
        switch self {
        case .well: .good
        case .attention: .waiting
        case .bad: .bad
        }
    }
}
