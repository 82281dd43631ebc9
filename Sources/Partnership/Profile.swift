import Foundation
import Membership
import Storage
import Wording

/// What the first pages say of a partnership: its name, its area, its agencies, and its year.
public struct Profile: Codable, Hashable, Sendable {
    public struct Agency: Codable, Hashable, Sendable {
        public let name: String
        /// "county council", "health".
        public let field: String
        /// Whether the Crime and Disorder Act 1998 names it (s.5(1)).
        public let isResponsibleAuthority: Bool

        public init(name: String, field: String, isResponsibleAuthority: Bool) {
            self.name = name
            self.field = field
            self.isResponsibleAuthority = isResponsibleAuthority
        }
    }

    public struct FocusArea: Codable, Hashable, Sendable {
        public let title: String
        public let aims: [String]

        public init(title: String, aims: [String]) {
            self.title = title
            self.aims = aims
        }
    }

    public struct KeyDate: Codable, Hashable, Sendable {
        public let what: String
        /// A day, `2016-02-09`, or a month, `2015-12`; nil where it is not known yet.
        public let when: String?
        /// The last day or month of what lasts; nil for what does not.
        public let until: String?

        public init(what: String, when: String?, until: String? = nil) {
            self.what = what
            self.when = when
            self.until = until
        }
    }

    public var name: String
    /// The district it serves, as police data name it: "Thanet"; nil where it has not been entered.
    public var district: String?
    /// "2016/17".
    public var planYear: String?
    /// Its own colour, as `Accent` takes it: `#1f5673`; nil leaves the installation's.
    public var accent: String?
    /// Whom people turn to about the site: an email address that everybody may know; nil leaves the installation’s.
    public var contact: EmailAddress?
    public let agencies: [Agency]
    public let focusAreas: [FocusArea]
    public var keyDates: [KeyDate]
    /// The example it was made from, `thanet-2016`; nil for a real partnership.
    public let example: String?
    /// The day an example stands still at, so that its year line reads as it did then: `2016-02-03`.
    public let exampleDay: String?

    public init(
        name: String, district: String? = nil, planYear: String? = nil, accent: String? = nil,
        contact: EmailAddress? = nil, agencies: [Agency] = [], focusAreas: [FocusArea] = [], keyDates: [KeyDate] = [],
        example: String? = nil,
        exampleDay: String? = nil
    ) {
        self.name = name
        self.district = district
        self.planYear = planYear
        self.accent = accent
        self.contact = contact
        self.agencies = agencies
        self.focusAreas = focusAreas
        self.keyDates = keyDates
        self.example = example
        self.exampleDay = exampleDay
    }

    /// Until somebody enters the partnership.
    public static let unnamed = Profile(name: "Community Safety Partnership")
}

extension Profile {
    /// What its officers say of it on one form: what it is called, where it is, and how it looks.
    struct Naming: Hashable, Sendable {
        var name: String
        var district: String?
        var planYear: String?
        var accent: String?
        var contact: EmailAddress?
    }

    var naming: Naming {
        get { Naming(name: name, district: district, planYear: planYear, accent: accent, contact: contact) }
        set {
            (name, district, planYear) = (newValue.name, newValue.district, newValue.planYear)
            (accent, contact) = (newValue.accent, newValue.contact)
        }
    }
}

extension Profile.KeyDate {
    /// "9 February 2016", "December 2015", "3 to 7 March 2016", or that it is still to be set.
    var wording: String {
        guard let when else { return "date to be set" }
        guard let until else { return Self.words(when).joined(separator: " ") }
        var (first, last) = (Self.words(when), Self.words(until))
        let whole = last.joined(separator: " ")
        while first.count > 1, first.count == last.count, first.last == last.last {
            first.removeLast()
            last.removeLast()
        }
        return "\(first.joined(separator: " ")) to \(whole)"
    }

    /// Whether its last day, or the whole of its month, is over.
    func isOver(on today: Day) -> Bool {
        guard let last = until ?? when else { return false }
        return last < today.description.prefix(last.count)
    }

    /// The day where there is one, the month and the year, as they are read.
    private static func words(_ date: String) -> [String] {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count >= 2, (1...12).contains(parts[1]) else { return [date] }
        let month = [monthNames[parts[1] - 1], "\(parts[0])"]
        return parts.count == 3 ? ["\(parts[2])"] + month : month
    }
}

extension Profile {
    /// The day it is: for an example, the one it stands still at.
    public func today(at time: Date) -> Day {
        exampleDay.flatMap { Day($0) } ?? Day(time)
    }
}
