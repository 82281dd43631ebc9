import Foundation
import Logging
import Storage
import Synchronization
import Wording

/// Watches the room on the disk. When it comes to a mark those who look after the system are told, while there is time to
/// make room; and when there is room again, that files are taken again. Nobody has to start anything (S117).
///
/// What was told last stands in the entries, so that it is told once, by however many processes and starts.
struct RoomWatch: Sendable {
    private static let actor = Entry.Actor.job("disk watch")
    private static let subject = Entry.Subject("disk", "")

    private let installation: Installation
    private let news: SystemNews
    private let logger: Logger
    private let pause: @Sendable () async throws -> Void

    /// - Parameter pause: waits until it is time to look again; throws when the program stops.
    init(
        _ installation: Installation, logger: Logger,
        pause: @escaping @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(30)) }
    ) {
        (self.installation, self.logger, self.pause) = (installation, logger, pause)
        news = SystemNews(installation.records, identities: installation.identities)
    }

    func run() async {
        var told: DiskRoom.Level?
        repeat {
            do {
                told = try await look(told: told)
            } catch {
                logger.error("The room on the disk could not be told of.", metadata: ["reason": "\(error)"])
            }
        } while (try? await pause()) != nil
    }

    /// Looks once.
    ///
    /// - Parameter told: the level that was told last, as far as this process knows.
    /// - Returns: the level that is told now.
    /// - Throws: `DatabaseFault`
    func look(told: DiskRoom.Level? = nil) async throws -> DiskRoom.Level? {
        guard let room = installation.records.files.room else { return told }
        // Most looks find nothing new, and ask nobody.
        if let told, room.level(after: told) == told { return told }
        let before = try await installation.records.read { db in try db.lastToldRoom() }
        let level = room.level(after: before)
        if level != before { try await tell(level, after: before, room) }
        return level
    }

    private func tell(_ level: DiskRoom.Level, after before: DiskRoom.Level, _ room: DiskRoom) async throws {
        let time = installation.now()
        let free = "\(room.free.asSize) of \(room.whole.asSize)"
        do {
            try await installation.records.write(
                Entry(
                    .diskRoomChanged, of: Self.subject, by: Self.actor, at: time,
                    changes: [.init("room", from: before, to: level), .init("free", from: String?.none, to: free)])
            ) { db in
                guard try db.lastToldRoom() == before else { throw ChangedMeanwhile() }
            }
        } catch is ChangedMeanwhile {
            // Another process was quicker.
            return
        }
        if level < before {
            logger.warning("There is little room on the disk.", metadata: ["room": "\(level)", "free": "\(free)"])
        } else {
            logger.notice("There is more room on the disk.", metadata: ["room": "\(level)", "free": "\(free)"])
        }
        guard let sentence = Self.sentence(level, after: before) else { return }
        for partnership in try await installation.partnerships() {
            try await news.tell(
                sentence, in: partnership.database.partnership,
                Entry(.diskRoomTold, of: Self.subject, by: Self.actor, at: time))
        }
    }

    /// What people are told; nil for what need not be said.
    private static func sentence(_ level: DiskRoom.Level, after before: DiskRoom.Level) -> String? {
        switch level {
        case .plenty where before <= .scarce, .little where before <= .scarce:
            "There is room on the disk again, and files are taken"
        case .plenty: nil
        case .little: "The disk is getting full: make room before files cannot be taken any more"
        case .scarce where before < .scarce: nil
        case .scarce: "The disk is nearly full: no files are taken until there is room"
        case .none: "The disk is full: saving may stop at any moment"
        }
    }
}

extension Reading {
    fileprivate func lastToldRoom() throws -> DiskRoom.Level {
        let question = EntryQuestion(of: [EntrySort(kind: "disk", act: Act.diskRoomChanged.name)])
        let change = try entries(question, 1).first?.fieldChanges.first { $0.field == "room" }
        return change.flatMap { DiskRoom.Level(sqlValue: $0.after) } ?? .plenty
    }
}

extension Act {
    static let diskRoomChanged = Act("disk room changed", "The room on the disk came to a mark, or away from it.")
    static let diskRoomTold = Act("disk room told", "It was told that the disk fills up, or that there is room again.")
}
