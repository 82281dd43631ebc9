import DataFiles
import DataRegister
import Foundation
import Statistics
import Wording

/// What a score rests on that a person entered and no figure gave: something published, by judgement, or a survey of
/// residents.
public struct ScoreBasis: Sendable, Hashable, Codable {
    /// Where it is published, so that anybody can look.
    public struct Citation: Sendable, Hashable, Codable {
        let title: String
        let publisher: String
        let year: Int
        /// One of both at least: where it is on the web, and on which page of a document.
        let link: String
        let page: String

        var words: String {
            let place = [page.isEmpty ? "" : "page \(page)", link].filter { !$0.isEmpty }.joined(separator: ", ")
            return "\(title), \(publisher), \(year), \(place)"
        }
    }

    /// What a survey found.
    public struct Survey: Sendable, Hashable, Codable {
        public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            case random, panel
            case selfSelected = "self-selected"

            var title: String {
                switch self {
                case .random: "A random sample of residents"
                case .panel: "A panel"
                case .selfSelected: "An open consultation: whoever wanted answered"
                }
            }
        }

        let title: String
        let askedBy: String
        let month: Month
        let kind: Kind
        /// How many answered the question, unweighted.
        let base: Int
        /// Of those, how many said so.
        let percentage: Double
        /// What they said: "very or fairly worried about burglary".
        let answer: String

        /// Whether it can stand for residents: a panel as far as it was drawn so.
        var isDrawnByChance: Bool { kind != .selfSelected && base >= Self.leastBase }

        /// Below it a percentage is not told, and below the other it is flagged.
        static let leastBase = 30
        static let firmBase = 100

        /// Wilson’s, of the number of answers that the percentage stands for.
        var interval: Interval? {
            let part = Int((percentage / 100 * Double(base)).rounded())
            return (try? Proportion(part: part, of: base))?.interval
        }

        /// "41% of 512 said they were …; 95% interval 37% to 45%."
        var words: String {
            let share = "\(Self.percent(percentage)) of \(base.grouped)"
            let range = interval.map { "\(Self.percent($0.lower * 100)) to \(Self.percent($0.upper * 100))" } ?? ""
            let few = base < Self.firmBase ? " Fewer than 100 answered: read it with care." : ""
            let told =
                switch kind {
                case .random: "\(share) said ‘\(answer)’, 95% interval \(range)."
                case .panel:
                    "\(share) of a panel said ‘\(answer)’. The 95% interval, \(range), holds as far as the panel was drawn by chance."
                case .selfSelected:
                    "\(share) who chose to answer said ‘\(answer)’. That does not stand for residents, however many answered: only if "
                        + "they were a random sample, its 95% interval would be \(range)."
                }
            return "\(told)\(few) \(title), asked by \(askedBy), \(month.inWords)."
        }

        private static func percent(_ value: Double) -> String {
            value == value.rounded() ? "\(Int(value))%" : "\(value.rounded(places: 1))%"
        }
    }

    let citation: Citation?
    let survey: Survey?

    init(_ citation: Citation) { (self.citation, survey) = (citation, nil) }
    init(_ survey: Survey) { (citation, self.survey) = (nil, survey) }

    /// What must be said beside a score of it.
    var words: String {
        if let survey { return survey.words }
        return "A judgement, and worked out from nothing: after \(citation?.words ?? "a source that was not named")."
    }
}
