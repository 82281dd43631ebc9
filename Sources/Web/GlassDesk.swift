import Foundation
import Hummingbird
import Membership

/// Where a member breaks the glass, and what is noted while it is broken (S46).
public struct GlassDesk: Sendable {
    /// The page on which it is broken.
    let address: Address
    /// Where the form goes by which one’s own is ended.
    let ending: Address
    private let note: @Sendable (String, Session, Permission) async throws -> Void

    /// - Parameter note: that somebody who broke the glass opens an address, by which permission. What it cannot note is
    ///   not opened.
    public init(
        at address: Address, endedAt ending: Address,
        note: @escaping @Sendable (String, Session, Permission) async throws -> Void
    ) {
        self.address = address
        self.ending = ending
        self.note = note
    }

    /// Notes that a member is about to open an address, where they have broken the glass.
    func watch(_ request: Request, _ session: Session, _ permission: Permission) async throws {
        guard !session.member.brokenGlass.isEmpty, request.uri.path != ending.text else { return }
        try await note(request.uri.path, session, permission)
    }

    /// The page on which this permission is taken; nil where it never is, or not by this member.
    func wayIn(to permission: Permission, for member: Member) -> Address? {
        guard permission.emergency != nil, member.may(.breakGlass) else { return nil }
        return address.asking(["for": permission.name])
    }
}
