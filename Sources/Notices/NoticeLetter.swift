import Foundation

/// The letter about what is new for somebody: what happened, where to look, and how to get fewer such letters.
public struct NoticeLetter: Sendable {
    private let partnership: String
    private let site: String

    /// - Parameter site: where people open it, without a slash at its end: `https://safer.example.org`.
    public init(from partnership: String, at site: String) {
        self.partnership = partnership
        self.site = site
    }

    /// - Parameters:
    ///   - name: whom it is to, as they are called.
    ///   - choice: why they get it.
    public func letter(
        to address: String, named name: String, about notices: [PersonalNotice], _ choice: NoticeChoice
    ) -> Letter {
        let count = notices.count == 1 ? "1 new notice" : "\(notices.count) new notices"
        let list = notices.map { "- \(Self.line($0.title))\n  \(site)\($0.address)\n" }.joined(separator: "\n")
        return Letter(
            to: address, subject: "\(count) from \(Self.line(partnership))",
            text: """
                Dear \(Self.line(name)),

                \(notices.count == 1 ? "There is" : "There are") \(count) for you:

                \(list)
                All your notices: \(site)/notices

                \(reason(choice)) To change that, or to get none: \(site)/account/notices
                """)
    }

    private func reason(_ choice: NoticeChoice) -> String {
        choice == .atOnce
            ? "You chose to get such letters at once." : "You get at most one such letter a day, in the morning."
    }

    /// On one line, whatever somebody typed: nothing else is to look as if we had said it.
    private static func line(_ text: String) -> String {
        text.split(whereSeparator: { $0.unicodeScalars.contains(where: \.endsALine) }).joined(separator: " ")
    }
}
