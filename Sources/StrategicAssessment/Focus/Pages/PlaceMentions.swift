import DataRegister
import Membership
import Storage
import Web
import Wording

/// Where the strategic assessments speak of a place.
public struct PlaceMention: Sendable {
    /// "Levels and patterns, 2015/16"
    public let title: String
    /// What it is: a text, a comment, why a focus ward was chosen.
    public let detail: String
    public let address: Address
}

extension StrategicDesks {
    /// The texts and comments that name a place, and the years in which it is followed: the newest year first.
    ///
    /// - Parameters:
    ///   - name: as it is written. It is looked for as it stands, so that the ward Castle is not found in every castle.
    ///   - place: as figures name it.
    /// - Returns: nothing for those who may not read strategic assessments.
    /// - Throws: `DatabaseFault`
    public func mentions(of name: String, at place: String, for member: Member) async throws -> [PlaceMention] {
        guard member.may(.readStrategicAssessments) else { return [] }
        let looked = PlaceInText(name: name, address: place)
        var found: [PlaceMention] = []
        for assessment in try await finder.store.assessments() {
            found += try await focus.places(of: assessment.id).filter { $0.place == place }.map { one in
                PlaceMention(
                    title: one.isFollowed
                        ? "A focus ward of \(assessment.year)"
                        : "A focus ward of \(assessment.year) until it was ended",
                    detail: one.reason, address: assessment.focusWards)
            }
            let themes = try await finder.store.themes(of: assessment.id)
            let texts = try await finder.texts.texts(of: assessment.id)
                .filter { looked.isNamed(in: $0.value.markdown) }
            found += texts.compactMap { at, text in
                assessment.address(of: at, among: themes).map {
                    PlaceMention(
                        title: "\(at.title(among: themes)), \(assessment.year)",
                        detail: "Written by \(text.writtenBy), \(text.writtenAt.day)", address: $0)
                }
            }.sorted { $0.title < $1.title }
            found += try await finder.review.comments(on: assessment.id).filter { comment in
                looked.isNamed(in: comment.text) || comment.answers.contains { looked.isNamed(in: $0.text) }
            }.map { comment in
                PlaceMention(
                    title: "A comment on \(comment.place.title(among: themes)), \(assessment.year)",
                    detail: "By \(comment.writtenBy), \(comment.writtenAt.day)", address: assessment.comments)
            }
        }
        return found
    }
}

/// Whether a text names a place: by its name, with no letter before or after it, or by its address in a figure.
struct PlaceInText {
    let name: String
    let address: String

    func isNamed(in text: String) -> Bool {
        if text.lowercased().contains(" \(address.lowercased()) ") { return true }
        guard !name.isEmpty else { return false }
        return text.ranges(of: name).contains { range in
            let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
            return !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
        }
    }
}
