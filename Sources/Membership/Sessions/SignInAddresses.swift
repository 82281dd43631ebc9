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

    /// Tells every address that works now, and from then on every new one.
    ///
    /// - Parameter tell: prints one where the operator sees it; with its place among all.
    public func announce(_ tell: @escaping @Sendable (SignInAddress, SessionToken, Int) -> Void) async {
        for (place, address) in all.enumerated() {
            await address.announce { tell(address, $0, place) }
        }
    }

    /// Whom this address signs in; nil where it does not work now. Used, it is replaced.
    public func use(_ offered: SessionToken, at time: Date) async -> ID<Person>? {
        for address in all where await address.use(offered, at: time) { return address.person }
        return nil
    }
}
