import DataFiles
import Foundation

/// One release a figure rests on: what it is, who published it under which licence, and when it was taken in. Police
/// counts are revised, so a figure is true only together with its source and the day it was taken.
public struct Source: Sendable, Hashable {
    /// "Kent Police, street-level crime".
    public let title: String
    public let publisher: String
    public let licence: String
    public let months: ClosedRange<Month>?
    public let receivedOn: Date
    /// The files' SHA-256, in hexadecimal digits.
    public let checksums: [String]

    public init(
        title: String, publisher: String, licence: String, months: ClosedRange<Month>?, receivedOn: Date,
        checksums: [String]
    ) {
        self.title = title
        self.publisher = publisher
        self.licence = licence
        self.months = months
        self.receivedOn = receivedOn
        self.checksums = checksums
    }
}
