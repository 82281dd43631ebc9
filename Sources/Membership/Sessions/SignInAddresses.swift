import Foundation
import Storage

/// The one-time addresses of a running program: the officer's, and in an example those of whom it can be seen as.
public actor SignInAddresses {
    private var all: [SignInAddress]

    public init(_ first: SignInAddress) {
        all = [first]
    }

    public func add(_ addresses: [SignInAddress]) {
        all += addresses
    }

    /// Tells every address that works now, and from then on every new one, whoever it lets in.
    ///
    /// - Parameter tell: prints one where the operator sees it; with its place among all.
    public func announce(_ tell: @escaping @Sendable (SignInAddress, SessionToken, Int) -> Void) async {
        await announce(where: { _ in true }, tell)
    }

    /// Tells every address that works now, and from then on every new one.
    ///
    /// - Parameters:
    ///   - takesPart: whether somebody’s membership is active: an address that lets nobody in is not told.
    ///   - tell: prints one where the operator sees it; with its place among all.
    public func announce(
        where takesPart: @Sendable (ID<Person>) async throws -> Bool,
        _ tell: @escaping @Sendable (SignInAddress, SessionToken, Int) -> Void
    ) async rethrows {
        var place = 0
        for address in all where try await takesPart(address.person) {
            let line = place
            await address.announce { tell(address, $0, line) }
            place += 1
        }
    }

    /// Whether any address would let somebody in.
    public func work(where takesPart: @Sendable (ID<Person>) async throws -> Bool) async rethrows -> Bool {
        for address in all where try await takesPart(address.person) { return true }
        return false
    }

    /// Whom this address signs in; nil where it does not work now. Used, it is replaced, unless it would let nobody in.
    public func use(
        _ offered: SessionToken, at time: Date, where takesPart: @Sendable (ID<Person>) async throws -> Bool
    ) async rethrows -> ID<Person>? {
        for address in all where try await takesPart(address.person) {
            if await address.use(offered, at: time) { return address.person }
        }
        return nil
    }
}
