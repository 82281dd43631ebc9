import Web

extension FollowedPlacesDesk.Told.OfPlace {
    /// Where everything about it stands.
    public var page: Address { place.page }
}
