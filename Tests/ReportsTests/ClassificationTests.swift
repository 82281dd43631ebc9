import Membership
import Publishing
import Storage
import Testing

@testable import Reports

@Suite("D76, D77: what the public may not read says under which paragraph and why")
struct ClassificationTests {
    private let today = Day("2016-02-09")

    @Test("England has paragraphs 1 to 7 and Wales 12 to 18, each since its day")
    func paragraphs() throws {
        let today = try #require(today)

        #expect(ExemptParagraph.all(in: .england, on: today).map(\.number) == Array(1...7))
        #expect(ExemptParagraph.all(in: .wales, on: today).map(\.number) == Array(12...18))
        #expect(ExemptParagraph.all(in: .wales, on: try #require(Day("2006-06-01"))).isEmpty)
        #expect(ExemptParagraph(number: 8) == nil)
    }

    @Test(
        "exempt needs a paragraph and the public interest; confidential needs what forbids it",
        arguments: [
            (["kind": "unrestricted"], "Unrestricted"),
            (
                ["kind": "exempt", "paragraphs": "1,3", "reason": "Two people are named."],
                "Exempt: paragraphs 1 and 3 of Schedule 12A to the Local Government Act 1972"
            ),
            (["kind": "exempt", "paragraphs": "", "reason": "x"], nil), (["kind": "exempt", "paragraphs": "3"], nil),
            (["kind": "confidential"], nil), ([:], nil), (["kind": "secret"], nil),
            (
                ["kind": "confidential", "reason": "The Home Office’s terms."],
                "Confidential: section 100A(3) of the Local Government Act 1972"
            ),
        ] as [([String: String], String?)])
    func words(answers: [String: String], words: String?) {
        #expect(Classification(PartAnswers(answers))?.words == words)
    }
}
