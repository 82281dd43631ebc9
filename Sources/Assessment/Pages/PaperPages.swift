import DataRegister
import Web

/// What stands where a PDF is not there yet.
enum PaperPages {
    static func making(_ question: AssessmentQuestion) -> Page {
        let address = question.address("/assessment/\(question.district.slug)/assessment.pdf/progress")
        return Page(
            "Making the PDF", crumbs: crumbs(question), reloadsAfter: 2,
            body: """
                <h1>Making the PDF</h1>
                <p class="lead">It opens here by itself in a few seconds.</p>
                \(Progress("Setting the pages", fraction: nil, detail: "Drawing charts and setting type", source: address).html)
                """)
    }

    static func failed(_ question: AssessmentQuestion, _ reason: String) -> Page {
        missing("The PDF could not be made", question, reason)
    }

    static func undrawn(_ question: AssessmentQuestion, _ reason: String) -> Page {
        missing("The chart could not be drawn", question, reason)
    }

    private static func missing(_ heading: String, _ question: AssessmentQuestion, _ reason: String) -> Page {
        MissingPaper(
            heading, because: reason,
            instead: Mention(
                at: question.address("/assessment/\(question.district.slug)"), titled: "The same assessment"),
            crumbs: crumbs(question)
        ).page
    }

    private static func crumbs(_ question: AssessmentQuestion) -> [Mention] {
        [
            Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment"),
            Mention(at: question.address("/assessment/\(question.district.slug)"), titled: question.district.name),
        ]
    }
}
