// Generated from openapi.json by npm run api:generate.
import createFetchClient, { type ClientOptions } from "openapi-fetch";

/** Calls the API with the types of its description. */
export function createApiClient(options: ClientOptions) {
  return createFetchClient<paths>(options);
}

export interface paths {
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this document
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getOpenapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell that the Worker runs, without asking the database
         * @description For everybody.
         */
        get: operations["getHealthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell that the Worker runs and its database answers
         * @description For everybody.
         */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/instructors/{instructorId}/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an instructor's free times for up to 90 days
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getPublicInstructorsInstructorIdAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/instructors/{instructorId}/next-available": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the next time for a lesson of a length
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getPublicInstructorsInstructorIdNextAvailable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/next-available": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the next times of up to 20 instructors
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getPublicNextAvailable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/instructors/{instructorId}/check-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether up to 20 starts can be booked; books nothing
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        post: operations["postPublicInstructorsInstructorIdCheckSlots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the categories of services
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getServicesCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the services, of one category if it is named
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getServicesCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/catalog/top-per-category": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the most wanted services of each category
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getServicesCatalogTopPerCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/catalog/all-with-instructors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all services with how many teach them and at which rates
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getServicesCatalogAllWithInstructors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the own profile, with what is missing until it can be booked
         * @description Needs manage_instructor_profile.
         */
        get: operations["getInstructorsMe"];
        put?: never;
        /**
         * Become an instructor
         * @description For whoever is signed in.
         */
        post: operations["postInstructorsMe"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the own profile
         * @description Needs manage_instructor_profile.
         */
        patch: operations["patchInstructorsMe"];
        trace?: never;
    };
    "/api/instructors/me/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take no bookings for now
         * @description Needs suspend_own_instructor_account.
         */
        post: operations["postInstructorsMeSuspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take bookings again
         * @description Needs suspend_own_instructor_account.
         */
        post: operations["postInstructorsMeReactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop teaching, and sign out
         * @description Needs suspend_own_instructor_account.
         */
        post: operations["postInstructorsMeDeactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/offerings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the own offerings, those not offered now included
         * @description Needs manage_services.
         */
        get: operations["getInstructorsMeOfferings"];
        put?: never;
        /**
         * Offer a service
         * @description Needs manage_services.
         */
        post: operations["postInstructorsMeOfferings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/offerings/{offeringId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Stop offering a service; its lessons stay
         * @description Needs manage_services.
         */
        delete: operations["deleteInstructorsMeOfferingsOfferingId"];
        options?: never;
        head?: never;
        /**
         * Change an offering
         * @description Needs manage_services.
         */
        patch: operations["patchInstructorsMeOfferingsOfferingId"];
        trace?: never;
    };
    "/api/bookings/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an instructor's lessons, earnings and views in numbers
         * @description Needs view_own_instructor_analytics.
         */
        get: operations["getBookingsStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/availability/weekly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the hours of a usual week
         * @description Needs manage_availability.
         */
        get: operations["getInstructorsMeAvailabilityWeekly"];
        /**
         * Set the hours of a usual week
         * @description Needs manage_availability.
         */
        put: operations["putInstructorsMeAvailabilityWeekly"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/availability/week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the hours of one week as they hold, with its lessons
         * @description Needs manage_availability.
         */
        get: operations["getInstructorsMeAvailabilityWeek"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/availability/dates/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the hours of a date; none close it
         * @description Needs manage_availability.
         */
        put: operations["putInstructorsMeAvailabilityDatesDate"];
        post?: never;
        /**
         * Let a date have the hours of a usual week again
         * @description Needs manage_availability.
         */
        delete: operations["deleteInstructorsMeAvailabilityDatesDate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/availability/copy-week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy the hours of a week to another
         * @description Needs manage_availability.
         */
        post: operations["postInstructorsMeAvailabilityCopyWeek"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/availability/apply-week": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy the hours of a week to all weeks of a range
         * @description Needs manage_availability.
         */
        post: operations["postInstructorsMeAvailabilityApplyWeek"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/availability/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the dates' own hours in a range
         * @description Needs manage_availability.
         */
        post: operations["postInstructorsMeAvailabilityClear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/blackouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the days off that are not over
         * @description Needs manage_availability.
         */
        get: operations["getInstructorsMeBlackouts"];
        put?: never;
        /**
         * Take days off; lessons in them stay
         * @description Needs manage_availability.
         */
        post: operations["postInstructorsMeBlackouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/me/blackouts/{blackoutId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Teach on those days after all
         * @description Needs manage_availability.
         */
        delete: operations["deleteInstructorsMeBlackoutsBlackoutId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List instructors, of one service if it is named
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getInstructors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/instructors/{instructorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an instructor's public profile
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getInstructorsInstructorId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an account and sign in
         * @description For everybody. At most 10 an hour for each client.
         */
        post: operations["postAuthRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description For everybody. At most 5 a minute for each account and client.
         */
        post: operations["postAuthLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description For everybody.
         */
        post: operations["postAuthLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the own account
         * @description For whoever is signed in.
         */
        get: operations["getAuthMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name or time zone
         * @description Needs manage_own_profile.
         */
        patch: operations["patchAuthMe"];
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the password, and sign out everywhere else
         * @description Needs change_own_password. At most 5 a minute for each account and client.
         */
        post: operations["postAuthPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password-reset/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail with a link; the answer is the same without an account
         * @description For everybody. At most 3 an hour for each address, 10 for each client.
         */
        post: operations["postAuthPasswordResetRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password-reset/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the token of such a link
         * @description For everybody. At most 20 an hour for each client.
         */
        post: operations["postAuthPasswordResetVerify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the token of a link
         * @description For everybody. At most 20 an hour for each client.
         */
        post: operations["postAuthPasswordResetConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/confirm-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the password again, for what needs a fresh sign-in
         * @description For whoever is signed in. At most 5 a minute for each account and client.
         */
        post: operations["postAuthConfirmPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where one is signed in
         * @description For whoever is signed in.
         */
        get: operations["getAuthSessions"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere else
         * @description For whoever is signed in.
         */
        delete: operations["deleteAuthSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out in one place
         * @description For whoever is signed in.
         */
        delete: operations["deleteAuthSessionsId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email-verification/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a mail that verifies the address
         * @description For whoever is signed in. At most 3 an hour for each account.
         */
        post: operations["postAuthEmailVerificationRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email-verification/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify the address with the token of such a mail
         * @description For everybody. At most 20 an hour for each client.
         */
        post: operations["postAuthEmailVerificationConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the own lessons, as a student or an instructor
         * @description For whoever is signed in. An API key needs the scope bookings:read. At most 600 a minute for each API key.
         */
        get: operations["getBookings"];
        put?: never;
        /**
         * Book a lesson; a taken time is answered with the nearest free ones
         * @description Needs create_bookings. At most 20 a minute for each account.
         */
        post: operations["postBookings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether a lesson can be booked and what it costs; books nothing
         * @description Needs create_bookings. At most 30 a minute for each account.
         */
        post: operations["postBookingsCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a lesson
         * @description For whoever is signed in. An API key needs the scope bookings:read. At most 600 a minute for each API key.
         */
        get: operations["getBookingsBookingId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Write the instructor's note
         * @description For whoever is signed in.
         */
        patch: operations["patchBookingsBookingId"];
        trace?: never;
    };
    "/api/bookings/{bookingId}/cancellation-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what cancelling now would cost
         * @description For whoever is signed in.
         */
        get: operations["getBookingsBookingIdCancellationPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a lesson
         * @description For whoever is signed in.
         */
        post: operations["postBookingsBookingIdCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a lesson to another time
         * @description For whoever is signed in. At most 20 a minute for each account.
         */
        post: operations["postBookingsBookingIdReschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a lesson took place
         * @description For whoever is signed in.
         */
        post: operations["postBookingsBookingIdComplete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the student did not come
         * @description For whoever is signed in.
         */
        post: operations["postBookingsBookingIdNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what became of a lesson and when
         * @description For whoever is signed in.
         */
        get: operations["getBookingsBookingIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts, by the beginning of a name or address, role and status
         * @description Needs view_all_users.
         */
        get: operations["getAdminUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an account
         * @description Needs view_all_users.
         */
        get: operations["getAdminUsersUserId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{userId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the roles of an account
         * @description Needs manage_roles.
         */
        put: operations["putAdminUsersUserIdRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{userId}/permissions/{permission}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Grant or revoke one permission, whatever the roles give
         * @description Needs manage_permissions.
         */
        put: operations["putAdminUsersUserIdPermissionsPermission"];
        post?: never;
        /**
         * Leave one permission to what the roles give
         * @description Needs manage_permissions.
         */
        delete: operations["deleteAdminUsersUserIdPermissionsPermission"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/users/{userId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Suspend, deactivate or reactivate an account
         * @description Needs manage_users.
         */
        put: operations["putAdminUsersUserIdStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bookings/{bookingId}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a lesson as an iCalendar file
         * @description Needs view_own_bookings.
         */
        get: operations["getBookingsBookingIdCalendarIcs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether there is an address of the own calendar
         * @description Needs view_own_bookings.
         */
        get: operations["getCalendarFeed"];
        put?: never;
        /**
         * Make new secret addresses of the own lessons and busy times; the old ones end
         * @description Needs view_own_bookings.
         */
        post: operations["postCalendarFeed"];
        /**
         * End the addresses of the own calendar
         * @description Needs view_own_bookings.
         */
        delete: operations["deleteCalendarFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/free-busy/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read when somebody is busy (VFREEBUSY) by a secret address, without signing in
         * @description For everybody.
         */
        get: operations["getCalendarFreeBusyFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a calendar by its secret address, without signing in
         * @description For everybody.
         */
        get: operations["getCalendarFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/export/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read everything that is held of oneself
         * @description For whoever is signed in.
         */
        get: operations["getPrivacyExportMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/export/user/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read everything that is held of a person
         * @description Needs manage_users.
         */
        get: operations["getPrivacyExportUserId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/delete/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete or anonymize the own account
         * @description Needs delete_own_account. At most 5 a minute for each account and client.
         */
        post: operations["postPrivacyDeleteMe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/delete/user/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete or anonymize an account
         * @description Needs manage_users.
         */
        post: operations["postPrivacyDeleteUserId"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose whether searches are measured and kept
         * @description For whoever is signed in.
         */
        put: operations["putPrivacyChoices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what is held, table by table, and for how long
         * @description Needs access_monitoring.
         */
        get: operations["getPrivacyStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/privacy/retention/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove what is past its time now
         * @description Needs manage_users.
         */
        post: operations["postPrivacyRetentionApply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/instructors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search in everyday English and with filters
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getSearchInstructors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggest services, categories and areas that begin like this
         * @description For everybody, from any site. An API key needs the scope public:read. At most 100 a minute for each client, 600 for each API key.
         */
        get: operations["getSearchComplete"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the last searches of whoever asks, signed in or as a guest
         * @description For everybody.
         */
        get: operations["getSearchHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search-history/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report what was seen and clicked of a search's results, 50 at most
         * @description For everybody.
         */
        post: operations["postSearchHistoryInteractions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search-history/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete one of the own searches
         * @description For everybody.
         */
        delete: operations["deleteSearchHistoryId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/announcements/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is announced to whoever asks
         * @description For everybody.
         */
        get: operations["getAnnouncementsCurrent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/announcements/{announcementId}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hide an announcement for a day
         * @description For everybody.
         */
        post: operations["postAnnouncementsAnnouncementIdDismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/announcements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List announcements
         * @description Needs moderate_content.
         */
        get: operations["getAdminAnnouncements"];
        put?: never;
        /**
         * Announce something
         * @description Needs moderate_content.
         */
        post: operations["postAdminAnnouncements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/announcements/{announcementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an announcement
         * @description Needs moderate_content.
         */
        get: operations["getAdminAnnouncementsAnnouncementId"];
        /**
         * Change an announcement
         * @description Needs moderate_content.
         */
        put: operations["putAdminAnnouncementsAnnouncementId"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the services that one is told about once somebody teaches them
         * @description For whoever is signed in.
         */
        get: operations["getServiceAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/service-alerts/{service}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Ask to be told about a service
         * @description For whoever is signed in.
         */
        put: operations["putServiceAlertsService"];
        post?: never;
        /**
         * Ask not to be told any more
         * @description For whoever is signed in.
         */
        delete: operations["deleteServiceAlertsService"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the own API keys, without the keys themselves
         * @description For whoever is signed in.
         */
        get: operations["getApiKeys"];
        put?: never;
        /**
         * Make an API key; it is shown in this answer only
         * @description For whoever is signed in.
         */
        post: operations["postApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key at once
         * @description For whoever is signed in.
         */
        delete: operations["deleteApiKeysId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the own webhooks
         * @description Needs manage_instructor_profile.
         */
        get: operations["getWebhooks"];
        put?: never;
        /**
         * Register an HTTPS address; its secret is shown in this answer only
         * @description Needs manage_instructor_profile.
         */
        post: operations["postWebhooks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook
         * @description Needs manage_instructor_profile.
         */
        get: operations["getWebhooksId"];
        put?: never;
        post?: never;
        /**
         * Remove a webhook with its deliveries
         * @description Needs manage_instructor_profile.
         */
        delete: operations["deleteWebhooksId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret; it is shown in this answer only
         * @description Needs manage_instructor_profile.
         */
        post: operations["postWebhooksIdRotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was sent to a webhook and what came of it
         * @description Needs manage_instructor_profile.
         */
        get: operations["getWebhooksIdDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{eventId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event again
         * @description Needs manage_instructor_profile.
         */
        post: operations["postWebhooksIdDeliveriesEventIdReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/search/search-trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count searches day by day
         * @description Needs view_system_analytics.
         */
        get: operations["getAnalyticsSearchSearchTrends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/search/search-analytics-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sum up the searches of a range and of the one before it
         * @description Needs view_system_analytics.
         */
        get: operations["getAnalyticsSearchSearchAnalyticsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/search/conversion-metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how many searches led to a profile and to a lesson
         * @description Needs view_system_analytics.
         */
        get: operations["getAnalyticsSearchConversionMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/search/search-performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how well searches find something
         * @description Needs view_system_analytics.
         */
        get: operations["getAnalyticsSearchSearchPerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/search/service-performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell supply, demand and prices of each service
         * @description Needs view_system_analytics.
         */
        get: operations["getAnalyticsSearchServicePerformance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/search/popular-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is searched most
         * @description Needs view_system_analytics.
         */
        get: operations["getAnalyticsSearchPopularSearches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/search/zero-results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is searched and not found
         * @description Needs view_system_analytics.
         */
        get: operations["getAnalyticsSearchZeroResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/search/referrers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List where searches come from
         * @description Needs view_system_analytics.
         */
        get: operations["getAnalyticsSearchReferrers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export a report as CSV
         * @description Needs export_analytics.
         */
        post: operations["postAnalyticsExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics/prometheus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read all metrics as Prometheus reads them, with the monitoring key or the permission
         * @description With the monitoring key, or access_monitoring.
         */
        get: operations["getMetricsPrometheus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sum up traffic, errors and jobs
         * @description Needs access_monitoring.
         */
        get: operations["getMonitoringDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/slow-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the slow requests
         * @description Needs access_monitoring.
         */
        get: operations["getMonitoringSlowRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/slow-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the slow queries
         * @description Needs access_monitoring.
         */
        get: operations["getMonitoringSlowQueries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List alerts
         * @description Needs access_monitoring.
         */
        get: operations["getMonitoringAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/alerts/{alertId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that an alert has been seen
         * @description Needs access_monitoring.
         */
        post: operations["postMonitoringAlertsAlertIdAcknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/cache": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how well the caches do
         * @description Needs access_monitoring.
         */
        get: operations["getMonitoringCache"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/database": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how large and how busy the database is
         * @description Needs access_monitoring.
         */
        get: operations["getMonitoringDatabase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what waits in queues and outbox
         * @description Needs access_monitoring.
         */
        get: operations["getMonitoringQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Alert: {
            id: string;
            kind: string;
            /** @enum {string} */
            severity: "critical" | "warning";
            message: string;
            value: number;
            threshold: number;
            details: string | null;
            /** Format: date-time */
            raised_at: string;
            acknowledged_at: string | null;
        };
        Announcement: {
            id: string;
            title: string;
            body: string;
            link_path: string | null;
            /** @enum {string} */
            audience: "everyone" | "guests" | "students" | "instructors";
            priority: number;
            /** Format: date-time */
            starts_at: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        ApiKey: {
            id: string;
            name: string;
            scopes: ("public:read" | "bookings:read")[];
            hint: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            last_used_at: string | null;
        };
        Availability: {
            instructor_id: string;
            instructor_name: string;
            timezone: string;
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
            policy: {
                minimum_notice_minutes: number;
                buffer_minutes: number;
                free_cancellation_hours: number;
            };
            version: number;
            /** Format: date-time */
            valid_until: string;
            /** @constant */
            detail_level: "full";
            availability_by_date: {
                [key: string]: {
                    /** Format: date */
                    date: string;
                    is_blackout: boolean;
                    /** @enum {string} */
                    status: "open" | "full" | "blackout" | "closed" | "too_soon";
                    available_slots: {
                        start_time: string;
                        end_time: string;
                        /** Format: date-time */
                        start_at: string;
                        /** Format: date-time */
                        end_at: string;
                    }[];
                };
            };
            total_available_slots: number;
            earliest_available_date: string | null;
        } | {
            instructor_id: string;
            instructor_name: string;
            timezone: string;
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
            policy: {
                minimum_notice_minutes: number;
                buffer_minutes: number;
                free_cancellation_hours: number;
            };
            version: number;
            /** Format: date-time */
            valid_until: string;
            /** @constant */
            detail_level: "summary";
            availability_summary: {
                [key: string]: {
                    /** Format: date */
                    date: string;
                    morning_available: boolean;
                    afternoon_available: boolean;
                    evening_available: boolean;
                    total_hours: number;
                };
            };
            total_available_days: number;
        } | {
            instructor_id: string;
            instructor_name: string;
            timezone: string;
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
            policy: {
                minimum_notice_minutes: number;
                buffer_minutes: number;
                free_cancellation_hours: number;
            };
            version: number;
            /** Format: date-time */
            valid_until: string;
            /** @constant */
            detail_level: "minimal";
            has_availability: boolean;
            earliest_available_date: string | null;
        };
        Blackout: {
            id: string;
            /** Format: date */
            start_date: string;
            /** Format: date */
            end_date: string;
            reason: string | null;
        };
        Booking: {
            id: string;
            /** @enum {string} */
            status: "confirmed" | "completed" | "cancelled" | "no_show";
            instructor: {
                id: string;
                display_name: string;
            };
            student: {
                id: string;
                display_name: string;
            };
            offering_id: string;
            service_name: string;
            /** Format: date */
            date: string;
            start_time: string;
            end_time: string;
            /** Format: date-time */
            start_at: string;
            /** Format: date-time */
            end_at: string;
            timezone: string;
            duration_minutes: number;
            /** @description US cents. */
            hourly_rate_cents: number;
            /** @description US cents. */
            price_cents: number;
            /** @enum {string} */
            location_type: "online" | "student_home" | "instructor_location" | "neutral";
            location_detail: string | null;
            student_note: string | null;
            instructor_note: string | null;
            cancellation?: {
                /** @enum {string} */
                by: "student" | "instructor" | "admin";
                reason: string | null;
                /** Format: date-time */
                at: string;
                fee_percent: number;
                /** @description US cents. */
                fee_cents: number;
            };
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        BookingCheck: {
            available: boolean;
            /** @enum {string} */
            code?: "already_instructor" | "csrf" | "email_taken" | "empty_query" | "forbidden" | "fresh_sign_in_required" | "future_bookings" | "idempotency_mismatch" | "instructor_unavailable" | "insufficient_notice" | "internal_error" | "invalid_credentials" | "invalid_duration" | "invalid_location" | "invalid_parameter" | "invalid_range" | "invalid_start" | "invalid_state" | "invalid_token" | "last_admin" | "limit_reached" | "malformed_json" | "method_not_allowed" | "not_found" | "outside_availability" | "payload_too_large" | "precondition_failed" | "query_too_long" | "rate_limited" | "self_booking" | "service_offered" | "slot_taken" | "student_conflict" | "too_early" | "too_late" | "unauthenticated" | "unknown_parameter" | "unsupported_media_type" | "validation_failed";
            /** @description US cents. */
            price_cents: number;
        };
        BookingEvent: {
            /** Format: date-time */
            at: string;
            by: {
                /** @enum {string} */
                role: "student" | "instructor" | "admin";
                display_name: string;
            } | null;
            from_status: ("confirmed" | "completed" | "cancelled" | "no_show") | null;
            /** @enum {string} */
            to_status: "confirmed" | "completed" | "cancelled" | "no_show";
            from_start_at: string | null;
            /** Format: date-time */
            to_start_at: string;
            reason: string | null;
        };
        CacheReport: {
            last_15_minutes: {
                hit_rate: number | null;
                caches: {
                    cache: string;
                    hits: number;
                    misses: number;
                    hit_rate: number | null;
                }[];
            };
            last_24_hours: {
                hit_rate: number | null;
                caches: {
                    cache: string;
                    hits: number;
                    misses: number;
                    hit_rate: number | null;
                }[];
            };
            hours: {
                /** Format: date-time */
                hour_at: string;
                hit_rate: number | null;
                caches: {
                    cache: string;
                    hits: number;
                    misses: number;
                    hit_rate: number | null;
                }[];
            }[];
            is_alarming: boolean;
        };
        CalendarFeed: {
            exists: boolean;
            created_at: string | null;
        };
        CancellationPreview: {
            fee_percent: number;
            /** @description US cents. */
            fee_cents: number;
            /** Format: date-time */
            deadline_free_at: string;
        };
        Category: {
            slug: string;
            name: string;
            subtitle: string;
            display_order: number;
        };
        CategoryWithServices: {
            slug: string;
            name: string;
            subtitle: string;
            display_order: number;
            services: components["schemas"]["ServiceSupply"][];
        };
        ChangedDates: {
            changed_dates: string[];
        };
        CheckedSlot: {
            /** Format: date-time */
            start_at: string;
            available: boolean;
            /** @enum {string} */
            code?: "already_instructor" | "csrf" | "email_taken" | "empty_query" | "forbidden" | "fresh_sign_in_required" | "future_bookings" | "idempotency_mismatch" | "instructor_unavailable" | "insufficient_notice" | "internal_error" | "invalid_credentials" | "invalid_duration" | "invalid_location" | "invalid_parameter" | "invalid_range" | "invalid_start" | "invalid_state" | "invalid_token" | "last_admin" | "limit_reached" | "malformed_json" | "method_not_allowed" | "not_found" | "outside_availability" | "payload_too_large" | "precondition_failed" | "query_too_long" | "rate_limited" | "self_booking" | "service_offered" | "slot_taken" | "student_conflict" | "too_early" | "too_late" | "unauthenticated" | "unknown_parameter" | "unsupported_media_type" | "validation_failed";
            detail?: string;
        };
        Completion: {
            /** @enum {string} */
            kind: "service" | "category" | "area";
            slug: string;
            name: string;
        };
        Conversion: {
            searches: number;
            viewed: number;
            booked: number;
            search_to_view_rate: number | null;
            view_to_booking_rate: number | null;
            search_to_booking_rate: number | null;
            previous: {
                searches: number;
                viewed: number;
                booked: number;
                search_to_view_rate: number | null;
                view_to_booking_rate: number | null;
                search_to_booking_rate: number | null;
            };
        };
        CurrentAnnouncement: {
            announcement: {
                id: string;
                title: string;
                body: string;
                link_path: string | null;
            } | null;
        };
        Dashboard: {
            total: {
                requests: number;
                failures: number;
                error_share: number | null;
                p50_ms: number | null;
                p95_ms: number | null;
                cache_hit_rate: number | null;
                statements: number;
                rows_read: number;
                rows_written: number;
                query_ms: number;
            };
            hours: {
                /** Format: date-time */
                hour_at: string;
                requests: number;
                failures: number;
                error_share: number | null;
                p50_ms: number | null;
                p95_ms: number | null;
                cache_hit_rate: number | null;
                statements: number;
                rows_read: number;
                rows_written: number;
                query_ms: number;
            }[];
            jobs: {
                job: string;
                is_daily: boolean;
                last_success_at: string | null;
                last_failure_at: string | null;
                is_missed: boolean;
            }[];
            rollup: {
                counted_at: string | null;
                lag_ms: number | null;
            };
            open_alerts: number;
        };
        DatabaseReport: {
            size_bytes: number | null;
            limit_bytes: number;
            used_share: number | null;
            is_alarming: boolean;
            last_24_hours: {
                statements: number;
                rows_read: number;
                rows_written: number;
                query_ms: number;
            };
            hours: {
                /** Format: date-time */
                hour_at: string;
                statements: number;
                rows_read: number;
                rows_written: number;
                query_ms: number;
            }[];
            slow_queries: number;
            overlapping_lessons: number | null;
            measured_at: string | null;
        };
        Erasure: {
            /** @enum {string} */
            mode: "delete" | "anonymize";
            /** Format: date-time */
            erased_at: string;
            cancelled_lessons: number;
            removed: {
                [key: string]: number;
            };
            anonymized: {
                [key: string]: number;
            };
        };
        Health: {
            /** @constant */
            status: "ok";
            version: string;
        };
        HistoryEntry: {
            id: string;
            query: string;
            /** @enum {string} */
            search_type: "natural_language" | "category" | "service_pill" | "filter" | "search_history";
            search_count: number;
            result_count: number;
            /** Format: date-time */
            first_searched_at: string;
            /** Format: date-time */
            last_searched_at: string;
        };
        Instructor: {
            id: string;
            display_name: string;
            bio: string;
            years_experience: number;
            timezone: string;
            minimum_notice_hours: number;
            areas: {
                slug: string;
                name: string;
                borough: string;
            }[];
            offerings: components["schemas"]["Offering"][];
        };
        InstructorStats: {
            timezone: string;
            upcoming_count: number;
            next_lessons: components["schemas"]["Booking"][];
            completed_count: number;
            /** @description US cents. */
            earned_this_month_cents: number;
            /** @description US cents. */
            earned_total_cents: number;
            profile_views_30d: number;
            search_appearances_30d: number;
        };
        Me: {
            id: string;
            email: string;
            first_name: string;
            last_name: string;
            timezone: string;
            roles: ("student" | "instructor" | "admin")[];
            permissions: ("manage_own_profile" | "view_own_bookings" | "view_own_search_history" | "change_own_password" | "delete_own_account" | "view_instructors" | "view_instructor_availability" | "create_bookings" | "cancel_own_bookings" | "view_booking_details" | "manage_instructor_profile" | "manage_services" | "manage_availability" | "view_incoming_bookings" | "complete_bookings" | "cancel_student_bookings" | "view_own_instructor_analytics" | "suspend_own_instructor_account" | "view_all_users" | "manage_users" | "view_system_analytics" | "export_analytics" | "view_all_bookings" | "manage_all_bookings" | "access_monitoring" | "moderate_content" | "view_financials" | "manage_financials" | "manage_roles" | "manage_permissions")[];
            /** @enum {string} */
            account_status: "active" | "suspended" | "deactivated";
            email_verified: boolean;
        };
        NewApiKey: {
            id: string;
            name: string;
            scopes: ("public:read" | "bookings:read")[];
            hint: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            last_used_at: string | null;
            key: string;
        };
        NewCalendarFeed: {
            url: string;
            free_busy_url: string;
        };
        NextSlot: {
            /** @constant */
            found: true;
            /** Format: date */
            date: string;
            start_time: string;
            end_time: string;
            /** Format: date-time */
            start_at: string;
            /** Format: date-time */
            end_at: string;
            duration_minutes: number;
            timezone: string;
        } | {
            /** @constant */
            found: false;
            message: string;
        };
        NextSlots: {
            results: {
                [key: string]: components["schemas"]["NextSlot"];
            };
        };
        Offering: {
            id: string;
            service: {
                slug: string;
                name: string;
                category: string;
            };
            /** @description US cents. */
            hourly_rate_cents: number;
            duration_options: number[];
            location_types: ("online" | "student_home" | "instructor_location" | "neutral")[];
            levels: ("beginner" | "intermediate" | "advanced" | "elementary" | "middle_school" | "high_school" | "college")[];
            audiences: ("kids" | "teens" | "adults" | "seniors")[];
            description: string;
        };
        OwnOffering: {
            id: string;
            service: {
                slug: string;
                name: string;
                category: string;
            };
            /** @description US cents. */
            hourly_rate_cents: number;
            duration_options: number[];
            location_types: ("online" | "student_home" | "instructor_location" | "neutral")[];
            levels: ("beginner" | "intermediate" | "advanced" | "elementary" | "middle_school" | "high_school" | "college")[];
            audiences: ("kids" | "teens" | "adults" | "seniors")[];
            description: string;
            is_active: boolean;
        };
        Person: {
            id: string;
            email: string;
            first_name: string;
            last_name: string;
            roles: ("student" | "instructor" | "admin")[];
            /** @enum {string} */
            account_status: "active" | "suspended" | "deactivated";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at?: string;
            timezone: string;
            /** Format: date-time */
            email_verified_at?: string;
            has_instructor_profile: boolean;
            permissions: ("manage_own_profile" | "view_own_bookings" | "view_own_search_history" | "change_own_password" | "delete_own_account" | "view_instructors" | "view_instructor_availability" | "create_bookings" | "cancel_own_bookings" | "view_booking_details" | "manage_instructor_profile" | "manage_services" | "manage_availability" | "view_incoming_bookings" | "complete_bookings" | "cancel_student_bookings" | "view_own_instructor_analytics" | "suspend_own_instructor_account" | "view_all_users" | "manage_users" | "view_system_analytics" | "export_analytics" | "view_all_bookings" | "manage_all_bookings" | "access_monitoring" | "moderate_content" | "view_financials" | "manage_financials" | "manage_roles" | "manage_permissions")[];
            overrides: {
                /** @enum {string} */
                permission: "manage_own_profile" | "view_own_bookings" | "view_own_search_history" | "change_own_password" | "delete_own_account" | "view_instructors" | "view_instructor_availability" | "create_bookings" | "cancel_own_bookings" | "view_booking_details" | "manage_instructor_profile" | "manage_services" | "manage_availability" | "view_incoming_bookings" | "complete_bookings" | "cancel_student_bookings" | "view_own_instructor_analytics" | "suspend_own_instructor_account" | "view_all_users" | "manage_users" | "view_system_analytics" | "export_analytics" | "view_all_bookings" | "manage_all_bookings" | "access_monitoring" | "moderate_content" | "view_financials" | "manage_financials" | "manage_roles" | "manage_permissions";
                granted: boolean;
                /** Format: date-time */
                created_at: string;
            }[];
            bookings: {
                as_student: {
                    total: number;
                    upcoming: number;
                    completed: number;
                    cancelled: number;
                    no_show: number;
                };
                as_instructor: {
                    total: number;
                    upcoming: number;
                    completed: number;
                    cancelled: number;
                    no_show: number;
                };
            };
            audit: {
                id: string;
                action: string;
                details: {
                    [key: string]: unknown;
                };
                actor?: {
                    id: string;
                    first_name: string;
                    last_name: string;
                };
                /** Format: date-time */
                created_at: string;
            }[];
        };
        PersonSummary: {
            id: string;
            email: string;
            first_name: string;
            last_name: string;
            roles: ("student" | "instructor" | "admin")[];
            /** @enum {string} */
            account_status: "active" | "suspended" | "deactivated";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at?: string;
        };
        PersonalData: {
            /** @constant */
            format: "instainstru-personal-data-1";
            /** Format: date-time */
            exported_at: string;
            account: {
                [key: string]: unknown;
            };
        };
        PopularSearch: {
            query: string;
            search_count: number;
            unique_users: number;
            average_results: number | null;
        };
        PrivacyStatistics: {
            users: {
                active: number;
                suspended: number;
                deactivated: number;
                erased: number;
            };
            tables: {
                table: string;
                rows: number;
                kept: string;
                kept_days: number | null;
                oldest_at: string | null;
            }[];
            last_run: {
                /** Format: date */
                date: string;
                is_done: boolean;
                /** Format: date-time */
                started_at: string;
                finished_at: string | null;
                rows: {
                    [key: string]: number;
                };
                is_complete: boolean;
            } | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "already_instructor" | "csrf" | "email_taken" | "empty_query" | "forbidden" | "fresh_sign_in_required" | "future_bookings" | "idempotency_mismatch" | "instructor_unavailable" | "insufficient_notice" | "internal_error" | "invalid_credentials" | "invalid_duration" | "invalid_location" | "invalid_parameter" | "invalid_range" | "invalid_start" | "invalid_state" | "invalid_token" | "last_admin" | "limit_reached" | "malformed_json" | "method_not_allowed" | "not_found" | "outside_availability" | "payload_too_large" | "precondition_failed" | "query_too_long" | "rate_limited" | "self_booking" | "service_offered" | "slot_taken" | "student_conflict" | "too_early" | "too_late" | "unauthenticated" | "unknown_parameter" | "unsupported_media_type" | "validation_failed";
            request_id: string;
            errors?: {
                path: string;
                message: string;
            }[];
            alternatives?: string[];
        };
        QueueReport: {
            queues: {
                queue: string;
                messages: number | null;
                oldest_at: string | null;
            }[];
            outbox: {
                pending: number;
                oldest_at: string | null;
                failed: number | null;
            };
            dead_letters: {
                total: number;
                newest: {
                    id: string;
                    queue: string;
                    attempts: number;
                    /** Format: date-time */
                    created_at: string;
                }[];
            };
            jobs: {
                job: string;
                is_daily: boolean;
                last_success_at: string | null;
                last_failure_at: string | null;
                is_missed: boolean;
            }[];
            rollup: {
                counted_at: string | null;
                lag_ms: number | null;
            };
        };
        ReferrerCount: {
            value: string | null;
            search_count: number;
            percentage: number | null;
            viewed: number;
            booked: number;
        };
        ResetTokenCheck: {
            valid: boolean;
            email_masked?: string;
        };
        Retention: {
            rows: {
                [key: string]: number;
            };
            is_complete: boolean;
        };
        SearchHit: {
            instructor: components["schemas"]["Instructor"];
            offering: components["schemas"]["Offering"];
            next_slot: components["schemas"]["NextSlot"] | null;
            match_score: number;
            why: string[];
        };
        SearchPerformance: {
            zero_result_rate: number | null;
            average_results: number | null;
            median_results: number | null;
            click_rate: number | null;
            previous: {
                zero_result_rate: number | null;
                average_results: number | null;
                median_results: number | null;
                click_rate: number | null;
            };
        };
        SearchResult: {
            query: string;
            parsed: {
                services: string[];
                category: string | null;
                price: {
                    min_cents: number | null;
                    max_cents: number | null;
                };
                dates: {
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                } | null;
                weekdays: number[] | null;
                time: {
                    from: string | null;
                    to: string | null;
                } | null;
                areas: string[];
                near_me: boolean;
                mode: ("online" | "in_person") | null;
                level: ("beginner" | "intermediate" | "advanced" | "elementary" | "middle_school" | "high_school" | "college") | null;
                audience: ("kids" | "teens" | "adults" | "seniors") | null;
                age: number | null;
                corrections: {
                    from: string;
                    to: string;
                }[];
                unmatched: string[];
            };
            items: components["schemas"]["SearchHit"][];
            total: number;
            page: number;
            per_page: number;
            has_next: boolean;
            has_prev: boolean;
            applied_filters: {
                kind: string;
                label: string;
                without: {
                    [key: string]: string;
                };
            }[];
            suggestions: {
                kind: string;
                label: string;
                count: number;
                params: {
                    [key: string]: string;
                };
            }[];
            search_event_id: string;
        };
        SearchSummary: {
            date_range: {
                /** Format: date */
                start_date: string;
                /** Format: date */
                end_date: string;
            };
            totals: {
                total_searches: number;
                unique_users: number;
                unique_guests: number;
            };
            search_types: {
                [key: string]: {
                    count: number;
                    percentage: number | null;
                };
            };
            performance: {
                zero_result_rate: number | null;
                average_results: number | null;
                median_results: number | null;
                click_rate: number | null;
            };
            change_percent: {
                total_searches: number | null;
                unique_users: number | null;
                unique_guests: number | null;
            };
            previous: {
                date_range: {
                    /** Format: date */
                    start_date: string;
                    /** Format: date */
                    end_date: string;
                };
                totals: {
                    total_searches: number;
                    unique_users: number;
                    unique_guests: number;
                };
                performance: {
                    zero_result_rate: number | null;
                    average_results: number | null;
                    median_results: number | null;
                    click_rate: number | null;
                };
            };
        };
        Service: {
            slug: string;
            name: string;
            category: string;
            online_capable: boolean;
            requires_certification: boolean;
            aliases: string[];
        };
        ServicePerformance: {
            service: string;
            /** Format: date-time */
            computed_at: string;
            searches: number;
            viewed: number;
            booked: number;
            searches_7d: number;
            searches_30d: number;
            search_to_view_rate: number | null;
            view_to_booking_rate: number | null;
            price_quartile_1_cents: number | null;
            price_median_cents: number | null;
            price_quartile_3_cents: number | null;
            usual_duration_minutes: number | null;
            peak_hour: number | null;
            peak_weekday: number | null;
            lessons_90d: number;
            completion_rate: number | null;
            instructor_count: number;
            weekly_hours_offered: number;
            searches_per_hour_offered: number | null;
            demand_score: number | null;
            trend: number | null;
            is_trending: boolean | null;
        };
        ServiceSupply: {
            slug: string;
            name: string;
            category: string;
            online_capable: boolean;
            requires_certification: boolean;
            instructor_count: number;
            min_hourly_rate_cents: number | null;
            max_hourly_rate_cents: number | null;
        };
        Session: {
            id: string;
            user_agent: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_seen_at: string;
            /** Format: date-time */
            expires_at: string;
            is_current: boolean;
        };
        SlowQuery: {
            id: string;
            request_id: string;
            method: string;
            route: string;
            status: number;
            duration_ms: number;
            rows_read: number;
            /** Format: date-time */
            created_at: string;
            statement: string | null;
        };
        SlowRequest: {
            id: string;
            request_id: string;
            method: string;
            route: string;
            status: number;
            duration_ms: number;
            rows_read: number;
            /** Format: date-time */
            created_at: string;
            database_wait_ms: number | null;
        };
        TeachingDay: {
            /** Format: date */
            date: string;
            /** @enum {string} */
            source: "weekly" | "dates" | "closed" | "blackout";
            ranges: {
                start_time: string;
                end_time: string;
            }[];
            blackout?: {
                id: string;
                reason: string | null;
            };
        };
        TeachingProfile: {
            id: string;
            display_name: string;
            bio: string;
            years_experience: number;
            timezone: string;
            minimum_notice_hours: number;
            areas: {
                slug: string;
                name: string;
                borough: string;
            }[];
            offerings: components["schemas"]["Offering"][];
            buffer_minutes: number;
            availability_version: number;
            /** @enum {string} */
            account_status: "active" | "suspended" | "deactivated";
            missing: ("areas" | "offerings" | "hours")[];
        };
        TeachingWeek: {
            /** Format: date */
            start: string;
            timezone: string;
            days: {
                /** Format: date */
                date: string;
                /** @enum {string} */
                source: "weekly" | "dates" | "closed" | "blackout";
                ranges: {
                    start_time: string;
                    end_time: string;
                }[];
                blackout?: {
                    id: string;
                    reason: string | null;
                };
                bookings: {
                    id: string;
                    /** Format: date-time */
                    start_at: string;
                    /** Format: date-time */
                    end_at: string;
                    start_time: string;
                    end_time: string;
                    service_name: string;
                    student: {
                        id: string;
                        display_name: string;
                    };
                    /** @enum {string} */
                    status: "confirmed" | "completed" | "cancelled" | "no_show";
                }[];
            }[];
        };
        TrendDay: {
            /** Format: date */
            date: string;
            total_searches: number;
            unique_users: number;
            unique_guests: number;
        };
        Webhook: {
            id: string;
            url: string;
            events: ("booking.created" | "booking.rescheduled" | "booking.cancelled" | "booking.completed" | "booking.no_show")[];
            /** Format: date-time */
            created_at: string;
            secret_rotated_at: string | null;
        };
        WebhookDelivery: {
            id: string;
            /** @enum {string} */
            type: "booking.created" | "booking.rescheduled" | "booking.cancelled" | "booking.completed" | "booking.no_show";
            booking_id: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            attempts: number;
            last_status: number | null;
            last_error: string | null;
            /** Format: date-time */
            created_at: string;
            next_attempt_at: string | null;
            delivered_at: string | null;
        };
        WebhookWithSecret: {
            id: string;
            url: string;
            events: ("booking.created" | "booking.rescheduled" | "booking.cancelled" | "booking.completed" | "booking.no_show")[];
            /** Format: date-time */
            created_at: string;
            secret_rotated_at: string | null;
            secret: string;
        };
        WeeklyHours: {
            timezone: string;
            hours: {
                mon: {
                    start_time: string;
                    end_time: string;
                }[];
                tue: {
                    start_time: string;
                    end_time: string;
                }[];
                wed: {
                    start_time: string;
                    end_time: string;
                }[];
                thu: {
                    start_time: string;
                    end_time: string;
                }[];
                fri: {
                    start_time: string;
                    end_time: string;
                }[];
                sat: {
                    start_time: string;
                    end_time: string;
                }[];
                sun: {
                    start_time: string;
                    end_time: string;
                }[];
            };
        };
        ZeroResultSearch: {
            query: string;
            search_count: number;
            unique_users: number;
            average_results: number | null;
            zero_result_count: number;
            would_match: {
                label: string;
                count: number;
            }[];
        };
    };
    responses: {
        /** @description You teach here already. */
        already_instructor: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "already_instructor";
                };
            };
        };
        /** @description The request came from another site. */
        csrf: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "csrf";
                };
            };
        };
        /** @description The request came from another site. You may not do this. */
        "csrf-forbidden": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "csrf" | "forbidden";
                };
            };
        };
        /** @description The request came from another site. You may not do this. Give your password again: this needs a sign-in of the last ten minutes. */
        "csrf-forbidden-fresh_sign_in_required": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "csrf" | "forbidden" | "fresh_sign_in_required";
                };
            };
        };
        /** @description There is an account with this e-mail address. Sign in instead. */
        email_taken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "email_taken";
                };
            };
        };
        /** @description Say what you are looking for, or set a filter. A parameter of the request is not valid. A search has 200 characters at most. The request has a parameter that is not known here. */
        "empty_query-invalid_parameter-query_too_long-unknown_parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "empty_query" | "invalid_parameter" | "query_too_long" | "unknown_parameter";
                };
            };
        };
        /** @description You may not do this. */
        forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "forbidden";
                };
            };
        };
        /** @description You may not do this. Give your password again: this needs a sign-in of the last ten minutes. */
        "forbidden-fresh_sign_in_required": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "forbidden" | "fresh_sign_in_required";
                };
            };
        };
        /** @description Give your password again: this needs a sign-in of the last ten minutes. */
        fresh_sign_in_required: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "fresh_sign_in_required";
                };
            };
        };
        /** @description There are lessons ahead. Cancel them or wait until they are over. Somebody has to be able to manage roles: this was the last one. */
        "future_bookings-last_admin": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "future_bookings" | "last_admin";
                };
            };
        };
        /** @description This Idempotency-Key was used for another request. */
        idempotency_mismatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency_mismatch";
                };
            };
        };
        /** @description This Idempotency-Key was used for another request. This instructor takes no bookings at the moment. The instructor needs more notice than that. The instructor does not offer this duration. The instructor does not offer this kind of location. A lesson starts in the future, on a quarter of an hour that exists. The instructor does not teach at that time. You cannot book a lesson with yourself. Some fields need another value. */
        "idempotency_mismatch-instructor_unavailable-insufficient_notice-invalid_duration-invalid_location-invalid_start-outside_availability-self_booking-validation_failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency_mismatch" | "instructor_unavailable" | "insufficient_notice" | "invalid_duration" | "invalid_location" | "invalid_start" | "outside_availability" | "self_booking" | "validation_failed";
                };
            };
        };
        /** @description This Idempotency-Key was used for another request. This instructor takes no bookings at the moment. The instructor needs more notice than that. The instructor does not offer this duration. The instructor does not offer this kind of location. A lesson starts in the future, on a quarter of an hour that exists. The instructor does not teach at that time. It is too late for this. Some fields need another value. */
        "idempotency_mismatch-instructor_unavailable-insufficient_notice-invalid_duration-invalid_location-invalid_start-outside_availability-too_late-validation_failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency_mismatch" | "instructor_unavailable" | "insufficient_notice" | "invalid_duration" | "invalid_location" | "invalid_start" | "outside_availability" | "too_late" | "validation_failed";
                };
            };
        };
        /** @description This Idempotency-Key was used for another request. It is too early for this. It is too late for this. */
        "idempotency_mismatch-too_early-too_late": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency_mismatch" | "too_early" | "too_late";
                };
            };
        };
        /** @description This Idempotency-Key was used for another request. It is too late for this. Some fields need another value. */
        "idempotency_mismatch-too_late-validation_failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency_mismatch" | "too_late" | "validation_failed";
                };
            };
        };
        /** @description This Idempotency-Key was used for another request. Some fields need another value. */
        "idempotency_mismatch-validation_failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "idempotency_mismatch" | "validation_failed";
                };
            };
        };
        /** @description Something went wrong on our side. */
        internal_error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "internal_error";
                };
            };
        };
        /** @description The e-mail address or the password is wrong. */
        invalid_credentials: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_credentials";
                };
            };
        };
        /** @description A parameter of the request is not valid. This range of dates cannot be answered. The request has a parameter that is not known here. */
        "invalid_parameter-invalid_range-unknown_parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_parameter" | "invalid_range" | "unknown_parameter";
                };
            };
        };
        /** @description A parameter of the request is not valid. The request has a parameter that is not known here. */
        "invalid_parameter-unknown_parameter": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_parameter" | "unknown_parameter";
                };
            };
        };
        /** @description The lesson is not in a state in which this can be done. */
        invalid_state: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_state";
                };
            };
        };
        /** @description The lesson is not in a state in which this can be done. That time has just been taken. You have another lesson at that time. */
        "invalid_state-slot_taken-student_conflict": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_state" | "slot_taken" | "student_conflict";
                };
            };
        };
        /** @description This link is not valid any more. Ask for a new one. Some fields need another value. */
        "invalid_token-validation_failed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "invalid_token" | "validation_failed";
                };
            };
        };
        /** @description Somebody has to be able to manage roles: this was the last one. */
        last_admin: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "last_admin";
                };
            };
        };
        /** @description There are as many of these as there can be. Remove one first. */
        limit_reached: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "limit_reached";
                };
            };
        };
        /** @description The body is not valid JSON. */
        malformed_json: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "malformed_json";
                };
            };
        };
        /** @description There is nothing here. */
        not_found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "not_found";
                };
            };
        };
        /** @description The body is larger than 64 KiB. */
        payload_too_large: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "payload_too_large";
                };
            };
        };
        /** @description It has been changed by somebody else since you read it. */
        precondition_failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "precondition_failed";
                };
            };
        };
        /** @description That was too often. Wait a little before you try again. */
        rate_limited: {
            headers: {
                /** @description Seconds to wait before the next request. */
                "Retry-After"?: string;
                /** @description The limit by its name, how often it is still free, seconds until it is anew. */
                RateLimit?: string;
                /** @description The limit by its name, how often, in how many seconds. */
                "RateLimit-Policy"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "rate_limited";
                };
            };
        };
        /** @description You offer this service already. */
        service_offered: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "service_offered";
                };
            };
        };
        /** @description That time has just been taken. You have another lesson at that time. */
        "slot_taken-student_conflict": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "slot_taken" | "student_conflict";
                };
            };
        };
        /** @description It is too late for this. */
        too_late: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "too_late";
                };
            };
        };
        /** @description Sign in first. */
        unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "unauthenticated";
                };
            };
        };
        /** @description Send the body as application/json. */
        unsupported_media_type: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "unsupported_media_type";
                };
            };
        };
        /** @description Some fields need another value. */
        validation_failed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {unknown} */
                    code?: "validation_failed";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getOpenapiJson: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that is known. 304 without a body while it stands.
                 * @example "5f0c2d9b7a1e4c8361d2f4a90b7c6e58"
                 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        openapi: "3.1.0";
                    };
                };
            };
            /** @description It is still what If-None-Match names. This costs no row of the database. */
            304: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getHealthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "2026.12.1"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["internal_error"];
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "2026.12.1"
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["internal_error"];
        };
    };
    getPublicInstructorsInstructorIdAvailability: {
        parameters: {
            query?: {
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
            };
            header?: {
                /**
                 * @description The ETag that is known. 304 without a body while it stands.
                 * @example "5f0c2d9b7a1e4c8361d2f4a90b7c6e58"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                instructorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "instructor_id": "0123456789abcdefghjkmnpqrs",
                     *       "instructor_name": "Sarah C.",
                     *       "timezone": "America/New_York",
                     *       "detail_level": "full",
                     *       "start_date": "2026-12-01",
                     *       "end_date": "2026-12-01",
                     *       "availability_by_date": {
                     *         "2026-12-01": {
                     *           "date": "2026-12-01",
                     *           "is_blackout": false,
                     *           "status": "open",
                     *           "available_slots": [
                     *             {
                     *               "start_time": "09:00",
                     *               "end_time": "12:00",
                     *               "start_at": "2026-12-01T14:00:00Z",
                     *               "end_at": "2026-12-01T17:00:00Z"
                     *             }
                     *           ]
                     *         }
                     *       },
                     *       "total_available_slots": 1,
                     *       "earliest_available_date": "2026-12-01",
                     *       "policy": {
                     *         "minimum_notice_minutes": 120,
                     *         "buffer_minutes": 0,
                     *         "free_cancellation_hours": 24
                     *       },
                     *       "version": 417,
                     *       "valid_until": "2026-12-01T14:15:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Availability"];
                };
            };
            /** @description It is still what If-None-Match names. This costs no row of the database. */
            304: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getPublicInstructorsInstructorIdNextAvailable: {
        parameters: {
            query?: {
                /** @example 60 */
                duration_minutes?: string;
            };
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                instructorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "found": true,
                     *       "date": "2026-12-02",
                     *       "start_time": "11:00",
                     *       "end_time": "12:00",
                     *       "start_at": "2026-12-02T16:00:00Z",
                     *       "end_at": "2026-12-02T17:00:00Z",
                     *       "duration_minutes": 60,
                     *       "timezone": "America/New_York"
                     *     }
                     */
                    "application/json": components["schemas"]["NextSlot"];
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getPublicNextAvailable: {
        parameters: {
            query: {
                /** @example 0123456789abcdefghjkmnpqrs,0123456789abcdefghjkmnpqrn */
                instructor_ids: string;
                /** @example 60 */
                duration_minutes?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": {
                     *         "0123456789abcdefghjkmnpqrs": {
                     *           "found": true,
                     *           "date": "2026-12-02",
                     *           "start_time": "11:00",
                     *           "end_time": "12:00",
                     *           "start_at": "2026-12-02T16:00:00Z",
                     *           "end_at": "2026-12-02T17:00:00Z",
                     *           "duration_minutes": 60,
                     *           "timezone": "America/New_York"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["NextSlots"];
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postPublicInstructorsInstructorIdCheckSlots: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                instructorId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "start_at": "2026-12-02T16:00:00Z",
                 *           "duration_minutes": 60
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    items: {
                        /** @description An RFC 3339 instant such as 2026-12-01T14:00:00Z. */
                        start_at: string;
                        duration_minutes: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "start_at": "2026-12-02T16:00:00Z",
                     *           "available": false,
                     *           "code": "insufficient_notice",
                     *           "detail": "The instructor needs more notice than that."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CheckedSlot"][];
                    };
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getServicesCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "slug": "music",
                     *           "name": "Music",
                     *           "subtitle": "Instruments, voice and theory",
                     *           "display_order": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Category"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getServicesCatalog: {
        parameters: {
            query?: {
                /** @example music */
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "slug": "piano",
                     *           "name": "Piano",
                     *           "category": "music",
                     *           "online_capable": true,
                     *           "requires_certification": false,
                     *           "aliases": [
                     *             "keyboard"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Service"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getServicesCatalogTopPerCategory: {
        parameters: {
            query?: {
                /** @example 7 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "slug": "music",
                     *           "name": "Music",
                     *           "subtitle": "Instruments, voice and theory",
                     *           "display_order": 1,
                     *           "services": [
                     *             {
                     *               "slug": "piano",
                     *               "name": "Piano",
                     *               "category": "music",
                     *               "online_capable": true,
                     *               "requires_certification": false,
                     *               "instructor_count": 14,
                     *               "min_hourly_rate_cents": 4500,
                     *               "max_hourly_rate_cents": 12000
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CategoryWithServices"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getServicesCatalogAllWithInstructors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "slug": "piano",
                     *           "name": "Piano",
                     *           "category": "music",
                     *           "online_capable": true,
                     *           "requires_certification": false,
                     *           "instructor_count": 14,
                     *           "min_hourly_rate_cents": 4500,
                     *           "max_hourly_rate_cents": 12000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ServiceSupply"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getInstructorsMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrs",
                     *       "display_name": "Sarah C.",
                     *       "bio": "I have taught piano to children and adults for twelve years.",
                     *       "years_experience": 12,
                     *       "timezone": "America/New_York",
                     *       "minimum_notice_hours": 2,
                     *       "areas": [
                     *         {
                     *           "slug": "park-slope",
                     *           "name": "Park Slope",
                     *           "borough": "Brooklyn"
                     *         }
                     *       ],
                     *       "offerings": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrt",
                     *           "service": {
                     *             "slug": "piano",
                     *             "name": "Piano",
                     *             "category": "music"
                     *           },
                     *           "hourly_rate_cents": 8000,
                     *           "duration_options": [
                     *             30,
                     *             60
                     *           ],
                     *           "location_types": [
                     *             "online",
                     *             "student_home"
                     *           ],
                     *           "levels": [
                     *             "beginner"
                     *           ],
                     *           "audiences": [
                     *             "kids"
                     *           ],
                     *           "description": "From the first notes on."
                     *         }
                     *       ],
                     *       "buffer_minutes": 15,
                     *       "availability_version": 417,
                     *       "account_status": "active",
                     *       "missing": []
                     *     }
                     */
                    "application/json": components["schemas"]["TeachingProfile"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    postInstructorsMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "bio": "I have taught piano to children and adults for twelve years.",
                 *       "years_experience": 12,
                 *       "areas": [
                 *         "park-slope"
                 *       ],
                 *       "timezone": "America/New_York",
                 *       "minimum_notice_hours": 2,
                 *       "buffer_minutes": 15
                 *     }
                 */
                "application/json": {
                    bio: string;
                    years_experience: number;
                    areas: string[];
                    /**
                     * @description A time zone such as America/New_York.
                     * @default America/New_York
                     */
                    timezone?: string;
                    /** @default 2 */
                    minimum_notice_hours?: number;
                    /** @default 0 */
                    buffer_minutes?: number;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    /** @description The path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrs",
                     *       "display_name": "Sarah C.",
                     *       "bio": "I have taught piano to children and adults for twelve years.",
                     *       "years_experience": 12,
                     *       "timezone": "America/New_York",
                     *       "minimum_notice_hours": 2,
                     *       "areas": [
                     *         {
                     *           "slug": "park-slope",
                     *           "name": "Park Slope",
                     *           "borough": "Brooklyn"
                     *         }
                     *       ],
                     *       "offerings": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrt",
                     *           "service": {
                     *             "slug": "piano",
                     *             "name": "Piano",
                     *             "category": "music"
                     *           },
                     *           "hourly_rate_cents": 8000,
                     *           "duration_options": [
                     *             30,
                     *             60
                     *           ],
                     *           "location_types": [
                     *             "online",
                     *             "student_home"
                     *           ],
                     *           "levels": [
                     *             "beginner"
                     *           ],
                     *           "audiences": [
                     *             "kids"
                     *           ],
                     *           "description": "From the first notes on."
                     *         }
                     *       ],
                     *       "buffer_minutes": 15,
                     *       "availability_version": 417,
                     *       "account_status": "active",
                     *       "missing": []
                     *     }
                     */
                    "application/json": components["schemas"]["TeachingProfile"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["already_instructor"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    patchInstructorsMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "minimum_notice_hours": 12,
                 *       "buffer_minutes": 0
                 *     }
                 */
                "application/json": {
                    bio?: string;
                    years_experience?: number;
                    areas?: string[];
                    /** @description A time zone such as America/New_York. */
                    timezone?: string;
                    minimum_notice_hours?: number;
                    buffer_minutes?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrs",
                     *       "display_name": "Sarah C.",
                     *       "bio": "I have taught piano to children and adults for twelve years.",
                     *       "years_experience": 12,
                     *       "timezone": "America/New_York",
                     *       "minimum_notice_hours": 12,
                     *       "areas": [
                     *         {
                     *           "slug": "park-slope",
                     *           "name": "Park Slope",
                     *           "borough": "Brooklyn"
                     *         }
                     *       ],
                     *       "offerings": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrt",
                     *           "service": {
                     *             "slug": "piano",
                     *             "name": "Piano",
                     *             "category": "music"
                     *           },
                     *           "hourly_rate_cents": 8000,
                     *           "duration_options": [
                     *             30,
                     *             60
                     *           ],
                     *           "location_types": [
                     *             "online",
                     *             "student_home"
                     *           ],
                     *           "levels": [
                     *             "beginner"
                     *           ],
                     *           "audiences": [
                     *             "kids"
                     *           ],
                     *           "description": "From the first notes on."
                     *         }
                     *       ],
                     *       "buffer_minutes": 0,
                     *       "availability_version": 417,
                     *       "account_status": "active",
                     *       "missing": []
                     *     }
                     */
                    "application/json": components["schemas"]["TeachingProfile"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    postInstructorsMeSuspend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["future_bookings-last_admin"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    postInstructorsMeReactivate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["future_bookings-last_admin"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    postInstructorsMeDeactivate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["future_bookings-last_admin"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getInstructorsMeOfferings: {
        parameters: {
            query?: {
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrt",
                     *           "service": {
                     *             "slug": "piano",
                     *             "name": "Piano",
                     *             "category": "music"
                     *           },
                     *           "hourly_rate_cents": 8000,
                     *           "duration_options": [
                     *             30,
                     *             60
                     *           ],
                     *           "location_types": [
                     *             "online",
                     *             "student_home"
                     *           ],
                     *           "levels": [
                     *             "beginner"
                     *           ],
                     *           "audiences": [
                     *             "kids"
                     *           ],
                     *           "description": "From the first notes on.",
                     *           "is_active": true
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["OwnOffering"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    postInstructorsMeOfferings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "service": "piano",
                 *       "hourly_rate_cents": 8000,
                 *       "duration_options": [
                 *         30,
                 *         60
                 *       ],
                 *       "location_types": [
                 *         "online",
                 *         "student_home"
                 *       ],
                 *       "levels": [
                 *         "beginner"
                 *       ],
                 *       "audiences": [
                 *         "kids",
                 *         "adults"
                 *       ],
                 *       "description": "From the first notes on."
                 *     }
                 */
                "application/json": {
                    service: string;
                    hourly_rate_cents: number;
                    duration_options: number[];
                    location_types: ("online" | "student_home" | "instructor_location" | "neutral")[];
                    /** @default [] */
                    levels?: ("beginner" | "intermediate" | "advanced" | "elementary" | "middle_school" | "high_school" | "college")[];
                    /** @default [] */
                    audiences?: ("kids" | "teens" | "adults" | "seniors")[];
                    /** @default  */
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    /** @description The path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrt",
                     *       "service": {
                     *         "slug": "piano",
                     *         "name": "Piano",
                     *         "category": "music"
                     *       },
                     *       "hourly_rate_cents": 8000,
                     *       "duration_options": [
                     *         30,
                     *         60
                     *       ],
                     *       "location_types": [
                     *         "online",
                     *         "student_home"
                     *       ],
                     *       "levels": [
                     *         "beginner"
                     *       ],
                     *       "audiences": [
                     *         "kids"
                     *       ],
                     *       "description": "From the first notes on.",
                     *       "is_active": true
                     *     }
                     */
                    "application/json": components["schemas"]["OwnOffering"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["service_offered"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteInstructorsMeOfferingsOfferingId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrt */
                offeringId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    patchInstructorsMeOfferingsOfferingId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrt */
                offeringId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hourly_rate_cents": 9000,
                 *       "is_active": true
                 *     }
                 */
                "application/json": {
                    hourly_rate_cents?: number;
                    duration_options?: number[];
                    location_types?: ("online" | "student_home" | "instructor_location" | "neutral")[];
                    levels?: ("beginner" | "intermediate" | "advanced" | "elementary" | "middle_school" | "high_school" | "college")[];
                    audiences?: ("kids" | "teens" | "adults" | "seniors")[];
                    description?: string;
                    is_active?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrt",
                     *       "service": {
                     *         "slug": "piano",
                     *         "name": "Piano",
                     *         "category": "music"
                     *       },
                     *       "hourly_rate_cents": 9000,
                     *       "duration_options": [
                     *         30,
                     *         60
                     *       ],
                     *       "location_types": [
                     *         "online",
                     *         "student_home"
                     *       ],
                     *       "levels": [
                     *         "beginner"
                     *       ],
                     *       "audiences": [
                     *         "kids"
                     *       ],
                     *       "description": "From the first notes on.",
                     *       "is_active": true
                     *     }
                     */
                    "application/json": components["schemas"]["OwnOffering"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    getBookingsStats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timezone": "America/New_York",
                     *       "upcoming_count": 1,
                     *       "next_lessons": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqru",
                     *           "status": "confirmed",
                     *           "instructor": {
                     *             "id": "0123456789abcdefghjkmnpqrs",
                     *             "display_name": "Sarah C."
                     *           },
                     *           "student": {
                     *             "id": "0123456789abcdefghjkmnpqrv",
                     *             "display_name": "Ada L."
                     *           },
                     *           "offering_id": "0123456789abcdefghjkmnpqrt",
                     *           "service_name": "Piano",
                     *           "date": "2026-12-02",
                     *           "start_time": "11:00",
                     *           "end_time": "12:00",
                     *           "start_at": "2026-12-02T16:00:00Z",
                     *           "end_at": "2026-12-02T17:00:00Z",
                     *           "timezone": "America/New_York",
                     *           "duration_minutes": 60,
                     *           "hourly_rate_cents": 8000,
                     *           "price_cents": 8000,
                     *           "location_type": "online",
                     *           "location_detail": null,
                     *           "student_note": null,
                     *           "instructor_note": null,
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "updated_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "completed_count": 41,
                     *       "earned_this_month_cents": 64000,
                     *       "earned_total_cents": 328000,
                     *       "profile_views_30d": 57,
                     *       "search_appearances_30d": 214
                     *     }
                     */
                    "application/json": components["schemas"]["InstructorStats"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    getInstructorsMeAvailabilityWeekly: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timezone": "America/New_York",
                     *       "hours": {
                     *         "mon": [
                     *           {
                     *             "start_time": "09:00",
                     *             "end_time": "12:00"
                     *           }
                     *         ],
                     *         "tue": [],
                     *         "wed": [
                     *           {
                     *             "start_time": "09:00",
                     *             "end_time": "12:00"
                     *           }
                     *         ],
                     *         "thu": [],
                     *         "fri": [
                     *           {
                     *             "start_time": "09:00",
                     *             "end_time": "12:00"
                     *           }
                     *         ],
                     *         "sat": [],
                     *         "sun": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WeeklyHours"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    putInstructorsMeAvailabilityWeekly: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "timezone": "America/New_York",
                 *       "hours": {
                 *         "mon": [
                 *           {
                 *             "start_time": "09:00",
                 *             "end_time": "12:00"
                 *           }
                 *         ],
                 *         "tue": [],
                 *         "wed": [
                 *           {
                 *             "start_time": "09:00",
                 *             "end_time": "12:00"
                 *           }
                 *         ],
                 *         "thu": [],
                 *         "fri": [
                 *           {
                 *             "start_time": "09:00",
                 *             "end_time": "12:00"
                 *           }
                 *         ],
                 *         "sat": [],
                 *         "sun": []
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description A time zone such as America/New_York. */
                    timezone?: string;
                    hours: {
                        mon: {
                            start_time: string;
                            end_time: string;
                        }[];
                        tue: {
                            start_time: string;
                            end_time: string;
                        }[];
                        wed: {
                            start_time: string;
                            end_time: string;
                        }[];
                        thu: {
                            start_time: string;
                            end_time: string;
                        }[];
                        fri: {
                            start_time: string;
                            end_time: string;
                        }[];
                        sat: {
                            start_time: string;
                            end_time: string;
                        }[];
                        sun: {
                            start_time: string;
                            end_time: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timezone": "America/New_York",
                     *       "hours": {
                     *         "mon": [
                     *           {
                     *             "start_time": "09:00",
                     *             "end_time": "12:00"
                     *           }
                     *         ],
                     *         "tue": [],
                     *         "wed": [
                     *           {
                     *             "start_time": "09:00",
                     *             "end_time": "12:00"
                     *           }
                     *         ],
                     *         "thu": [],
                     *         "fri": [
                     *           {
                     *             "start_time": "09:00",
                     *             "end_time": "12:00"
                     *           }
                     *         ],
                     *         "sat": [],
                     *         "sun": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WeeklyHours"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    getInstructorsMeAvailabilityWeek: {
        parameters: {
            query: {
                /** @example 2026-11-30 */
                start: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "start": "2026-11-30",
                     *       "timezone": "America/New_York",
                     *       "days": [
                     *         {
                     *           "date": "2026-12-02",
                     *           "source": "weekly",
                     *           "ranges": [
                     *             {
                     *               "start_time": "09:00",
                     *               "end_time": "12:00"
                     *             }
                     *           ],
                     *           "bookings": [
                     *             {
                     *               "id": "0123456789abcdefghjkmnpqru",
                     *               "start_at": "2026-12-02T16:00:00Z",
                     *               "end_at": "2026-12-02T17:00:00Z",
                     *               "start_time": "11:00",
                     *               "end_time": "12:00",
                     *               "service_name": "Piano",
                     *               "student": {
                     *                 "id": "0123456789abcdefghjkmnpqrv",
                     *                 "display_name": "Ada L."
                     *               },
                     *               "status": "confirmed"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TeachingWeek"];
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    putInstructorsMeAvailabilityDatesDate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @example 2026-12-02 */
                date: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ranges": [
                 *         {
                 *           "start_time": "09:00",
                 *           "end_time": "12:00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    ranges: {
                        start_time: string;
                        end_time: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "date": "2026-12-02",
                     *       "source": "dates",
                     *       "ranges": [
                     *         {
                     *           "start_time": "09:00",
                     *           "end_time": "12:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TeachingDay"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteInstructorsMeAvailabilityDatesDate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @example 2026-12-02 */
                date: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "date": "2026-12-02",
                     *       "source": "weekly",
                     *       "ranges": [
                     *         {
                     *           "start_time": "09:00",
                     *           "end_time": "12:00"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TeachingDay"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    postInstructorsMeAvailabilityCopyWeek: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-12-07",
                 *       "to": "2026-12-14"
                 *     }
                 */
                "application/json": {
                    /** @description A real date such as 2026-12-01. */
                    from: string;
                    /** @description A real date such as 2026-12-01. */
                    to: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed_dates": [
                     *         "2026-12-14",
                     *         "2026-12-16",
                     *         "2026-12-18"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedDates"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    postInstructorsMeAvailabilityApplyWeek: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-12-07",
                 *       "start_date": "2026-12-21",
                 *       "end_date": "2027-01-03"
                 *     }
                 */
                "application/json": {
                    /** @description A real date such as 2026-12-01. */
                    from: string;
                    /** @description A real date such as 2026-12-01. */
                    start_date: string;
                    /** @description A real date such as 2026-12-01. */
                    end_date: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed_dates": [
                     *         "2026-12-21",
                     *         "2026-12-23"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedDates"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    postInstructorsMeAvailabilityClear: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "start_date": "2026-12-21",
                 *       "end_date": "2027-01-03"
                 *     }
                 */
                "application/json": {
                    /** @description A real date such as 2026-12-01. */
                    start_date: string;
                    /** @description A real date such as 2026-12-01. */
                    end_date: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed_dates": [
                     *         "2026-12-21",
                     *         "2026-12-23"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ChangedDates"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    getInstructorsMeBlackouts: {
        parameters: {
            query?: {
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrq",
                     *           "start_date": "2026-12-21",
                     *           "end_date": "2027-01-03",
                     *           "reason": "Holidays"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Blackout"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    postInstructorsMeBlackouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "start_date": "2026-12-21",
                 *       "end_date": "2027-01-03",
                 *       "reason": "Holidays"
                 *     }
                 */
                "application/json": {
                    /** @description A real date such as 2026-12-01. */
                    start_date: string;
                    /** @description A real date such as 2026-12-01. */
                    end_date: string;
                    reason?: string | null;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrq",
                     *       "start_date": "2026-12-21",
                     *       "end_date": "2027-01-03",
                     *       "reason": "Holidays"
                     *     }
                     */
                    "application/json": components["schemas"]["Blackout"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteInstructorsMeBlackoutsBlackoutId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrq */
                blackoutId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            422: components["responses"]["too_late"];
            500: components["responses"]["internal_error"];
        };
    };
    getInstructors: {
        parameters: {
            query?: {
                /** @example piano */
                service?: string;
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "display_name": "Sarah C.",
                     *           "bio": "I have taught piano to children and adults for twelve years.",
                     *           "years_experience": 12,
                     *           "timezone": "America/New_York",
                     *           "minimum_notice_hours": 2,
                     *           "areas": [
                     *             {
                     *               "slug": "park-slope",
                     *               "name": "Park Slope",
                     *               "borough": "Brooklyn"
                     *             }
                     *           ],
                     *           "offerings": [
                     *             {
                     *               "id": "0123456789abcdefghjkmnpqrt",
                     *               "service": {
                     *                 "slug": "piano",
                     *                 "name": "Piano",
                     *                 "category": "music"
                     *               },
                     *               "hourly_rate_cents": 8000,
                     *               "duration_options": [
                     *                 30,
                     *                 60
                     *               ],
                     *               "location_types": [
                     *                 "online",
                     *                 "student_home"
                     *               ],
                     *               "levels": [
                     *                 "beginner"
                     *               ],
                     *               "audiences": [
                     *                 "kids"
                     *               ],
                     *               "description": "From the first notes on."
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Instructor"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getInstructorsInstructorId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                instructorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrs",
                     *       "display_name": "Sarah C.",
                     *       "bio": "I have taught piano to children and adults for twelve years.",
                     *       "years_experience": 12,
                     *       "timezone": "America/New_York",
                     *       "minimum_notice_hours": 2,
                     *       "areas": [
                     *         {
                     *           "slug": "park-slope",
                     *           "name": "Park Slope",
                     *           "borough": "Brooklyn"
                     *         }
                     *       ],
                     *       "offerings": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrt",
                     *           "service": {
                     *             "slug": "piano",
                     *             "name": "Piano",
                     *             "category": "music"
                     *           },
                     *           "hourly_rate_cents": 8000,
                     *           "duration_options": [
                     *             30,
                     *             60
                     *           ],
                     *           "location_types": [
                     *             "online",
                     *             "student_home"
                     *           ],
                     *           "levels": [
                     *             "beginner"
                     *           ],
                     *           "audiences": [
                     *             "kids"
                     *           ],
                     *           "description": "From the first notes on."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Instructor"];
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "a long sentence to remember",
                 *       "first_name": "Ada",
                 *       "last_name": "Lovelace",
                 *       "timezone": "America/New_York"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                    first_name: string;
                    last_name: string;
                    /**
                     * @description A time zone such as America/New_York.
                     * @default America/New_York
                     */
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrv",
                     *       "email": "ada@example.com",
                     *       "first_name": "Ada",
                     *       "last_name": "Lovelace",
                     *       "timezone": "America/New_York",
                     *       "roles": [
                     *         "student"
                     *       ],
                     *       "permissions": [
                     *         "manage_own_profile"
                     *       ],
                     *       "account_status": "active",
                     *       "email_verified": false
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["malformed_json"];
            403: components["responses"]["csrf"];
            409: components["responses"]["email_taken"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "password": "a long sentence to remember"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrv",
                     *       "email": "ada@example.com",
                     *       "first_name": "Ada",
                     *       "last_name": "Lovelace",
                     *       "timezone": "America/New_York",
                     *       "roles": [
                     *         "student"
                     *       ],
                     *       "permissions": [
                     *         "manage_own_profile"
                     *       ],
                     *       "account_status": "active",
                     *       "email_verified": true
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["invalid_credentials"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getAuthMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrv",
                     *       "email": "ada@example.com",
                     *       "first_name": "Ada",
                     *       "last_name": "Lovelace",
                     *       "timezone": "America/New_York",
                     *       "roles": [
                     *         "student"
                     *       ],
                     *       "permissions": [
                     *         "manage_own_profile"
                     *       ],
                     *       "account_status": "active",
                     *       "email_verified": true
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["unauthenticated"];
            500: components["responses"]["internal_error"];
        };
    };
    patchAuthMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "first_name": "Ada",
                 *       "timezone": "America/New_York"
                 *     }
                 */
                "application/json": {
                    first_name?: string;
                    last_name?: string;
                    /** @description A time zone such as America/New_York. */
                    timezone?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrv",
                     *       "email": "ada@example.com",
                     *       "first_name": "Ada",
                     *       "last_name": "Lovelace",
                     *       "timezone": "America/New_York",
                     *       "roles": [
                     *         "student"
                     *       ],
                     *       "permissions": [
                     *         "manage_own_profile"
                     *       ],
                     *       "account_status": "active",
                     *       "email_verified": true
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "current_password": "a long sentence to remember",
                 *       "new_password": "another sentence to remember"
                 *     }
                 */
                "application/json": {
                    current_password: string;
                    new_password: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthPasswordResetRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Taken on; it is done later. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "accepted"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "accepted";
                    };
                };
            };
            400: components["responses"]["malformed_json"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthPasswordResetVerify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "kq3Vb0cV7yq6m1n2o3p4q5r6s7t8u9v0w1x2y3z4a5b"
                 *     }
                 */
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "valid": true,
                     *       "email_masked": "a***@example.com"
                     *     }
                     */
                    "application/json": components["schemas"]["ResetTokenCheck"];
                };
            };
            400: components["responses"]["malformed_json"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthPasswordResetConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "kq3Vb0cV7yq6m1n2o3p4q5r6s7t8u9v0w1x2y3z4a5b",
                 *       "new_password": "another sentence to remember"
                 *     }
                 */
                "application/json": {
                    token: string;
                    new_password: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_token-validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthConfirmPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "a long sentence to remember"
                 *     }
                 */
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getAuthSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "user_agent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)",
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "last_seen_at": "2026-12-01T14:00:00Z",
                     *           "expires_at": "2027-03-01T14:00:00Z",
                     *           "is_current": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Session"][];
                    };
                };
            };
            401: components["responses"]["unauthenticated"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteAuthSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteAuthSessionsId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthEmailVerificationRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it is done later. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "accepted"
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        status: "accepted";
                    };
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postAuthEmailVerificationConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "kq3Vb0cV7yq6m1n2o3p4q5r6s7t8u9v0w1x2y3z4a5b"
                 *     }
                 */
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["invalid_token-validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getBookings: {
        parameters: {
            query?: {
                /** @example upcoming */
                when?: "upcoming" | "past" | "cancelled";
                /** @example student */
                as?: "student" | "instructor";
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqru",
                     *           "status": "confirmed",
                     *           "instructor": {
                     *             "id": "0123456789abcdefghjkmnpqrs",
                     *             "display_name": "Sarah C."
                     *           },
                     *           "student": {
                     *             "id": "0123456789abcdefghjkmnpqrv",
                     *             "display_name": "Ada L."
                     *           },
                     *           "offering_id": "0123456789abcdefghjkmnpqrt",
                     *           "service_name": "Piano",
                     *           "date": "2026-12-02",
                     *           "start_time": "11:00",
                     *           "end_time": "12:00",
                     *           "start_at": "2026-12-02T16:00:00Z",
                     *           "end_at": "2026-12-02T17:00:00Z",
                     *           "timezone": "America/New_York",
                     *           "duration_minutes": 60,
                     *           "hourly_rate_cents": 8000,
                     *           "price_cents": 8000,
                     *           "location_type": "online",
                     *           "location_detail": null,
                     *           "student_note": null,
                     *           "instructor_note": null,
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "updated_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Booking"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postBookings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable characters. The same request with the same key is done once, and answered again with what was done.
                 * @example 2f1c9a34-5d0e-4b7a-9c61-0f3e8d7b6a52
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "instructor_id": "0123456789abcdefghjkmnpqrs",
                 *       "offering_id": "0123456789abcdefghjkmnpqrt",
                 *       "date": "2026-12-02",
                 *       "start_time": "11:00",
                 *       "duration_minutes": 60,
                 *       "location_type": "online"
                 *     }
                 */
                "application/json": {
                    instructor_id: string;
                    offering_id: string;
                    /** @description A real date such as 2026-12-01. */
                    date?: string;
                    /** @description A time such as 09:30. */
                    start_time?: string;
                    /** @description An RFC 3339 instant such as 2026-12-01T14:00:00Z. */
                    start_at?: string;
                    duration_minutes: number;
                    /** @enum {string} */
                    location_type: "online" | "student_home" | "instructor_location" | "neutral";
                    location_detail?: string | null;
                    student_note?: string | null;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    /** @description The path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqru",
                     *       "status": "confirmed",
                     *       "instructor": {
                     *         "id": "0123456789abcdefghjkmnpqrs",
                     *         "display_name": "Sarah C."
                     *       },
                     *       "student": {
                     *         "id": "0123456789abcdefghjkmnpqrv",
                     *         "display_name": "Ada L."
                     *       },
                     *       "offering_id": "0123456789abcdefghjkmnpqrt",
                     *       "service_name": "Piano",
                     *       "date": "2026-12-02",
                     *       "start_time": "11:00",
                     *       "end_time": "12:00",
                     *       "start_at": "2026-12-02T16:00:00Z",
                     *       "end_at": "2026-12-02T17:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "duration_minutes": 60,
                     *       "hourly_rate_cents": 8000,
                     *       "price_cents": 8000,
                     *       "location_type": "online",
                     *       "location_detail": null,
                     *       "student_note": null,
                     *       "instructor_note": null,
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["slot_taken-student_conflict"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_mismatch-instructor_unavailable-insufficient_notice-invalid_duration-invalid_location-invalid_start-outside_availability-self_booking-validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postBookingsCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "instructor_id": "0123456789abcdefghjkmnpqrs",
                 *       "offering_id": "0123456789abcdefghjkmnpqrt",
                 *       "date": "2026-12-02",
                 *       "start_time": "11:00",
                 *       "duration_minutes": 60,
                 *       "location_type": "online"
                 *     }
                 */
                "application/json": {
                    instructor_id: string;
                    offering_id: string;
                    /** @description A real date such as 2026-12-01. */
                    date?: string;
                    /** @description A time such as 09:30. */
                    start_time?: string;
                    /** @description An RFC 3339 instant such as 2026-12-01T14:00:00Z. */
                    start_at?: string;
                    duration_minutes: number;
                    /** @enum {string} */
                    location_type: "online" | "student_home" | "instructor_location" | "neutral";
                    location_detail?: string | null;
                    student_note?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "available": true,
                     *       "price_cents": 8000
                     *     }
                     */
                    "application/json": components["schemas"]["BookingCheck"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getBookingsBookingId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqru */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqru",
                     *       "status": "confirmed",
                     *       "instructor": {
                     *         "id": "0123456789abcdefghjkmnpqrs",
                     *         "display_name": "Sarah C."
                     *       },
                     *       "student": {
                     *         "id": "0123456789abcdefghjkmnpqrv",
                     *         "display_name": "Ada L."
                     *       },
                     *       "offering_id": "0123456789abcdefghjkmnpqrt",
                     *       "service_name": "Piano",
                     *       "date": "2026-12-02",
                     *       "start_time": "11:00",
                     *       "end_time": "12:00",
                     *       "start_at": "2026-12-02T16:00:00Z",
                     *       "end_at": "2026-12-02T17:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "duration_minutes": 60,
                     *       "hourly_rate_cents": 8000,
                     *       "price_cents": 8000,
                     *       "location_type": "online",
                     *       "location_detail": null,
                     *       "student_note": null,
                     *       "instructor_note": null,
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    patchBookingsBookingId: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable characters. The same request with the same key is done once, and answered again with what was done.
                 * @example 2f1c9a34-5d0e-4b7a-9c61-0f3e8d7b6a52
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @example 0123456789abcdefghjkmnpqru */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "instructor_note": "Scales in C and G for next time."
                 *     }
                 */
                "application/json": {
                    instructor_note: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqru",
                     *       "status": "confirmed",
                     *       "instructor": {
                     *         "id": "0123456789abcdefghjkmnpqrs",
                     *         "display_name": "Sarah C."
                     *       },
                     *       "student": {
                     *         "id": "0123456789abcdefghjkmnpqrv",
                     *         "display_name": "Ada L."
                     *       },
                     *       "offering_id": "0123456789abcdefghjkmnpqrt",
                     *       "service_name": "Piano",
                     *       "date": "2026-12-02",
                     *       "start_time": "11:00",
                     *       "end_time": "12:00",
                     *       "start_at": "2026-12-02T16:00:00Z",
                     *       "end_at": "2026-12-02T17:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "duration_minutes": 60,
                     *       "hourly_rate_cents": 8000,
                     *       "price_cents": 8000,
                     *       "location_type": "online",
                     *       "location_detail": null,
                     *       "student_note": null,
                     *       "instructor_note": "Scales in C and G for next time.",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-01T15:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["invalid_state"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_mismatch-validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    getBookingsBookingIdCancellationPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqru */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fee_percent": 0,
                     *       "fee_cents": 0,
                     *       "deadline_free_at": "2026-12-01T16:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CancellationPreview"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["invalid_state"];
            412: components["responses"]["precondition_failed"];
            422: components["responses"]["idempotency_mismatch"];
            500: components["responses"]["internal_error"];
        };
    };
    postBookingsBookingIdCancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable characters. The same request with the same key is done once, and answered again with what was done.
                 * @example 2f1c9a34-5d0e-4b7a-9c61-0f3e8d7b6a52
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @example 0123456789abcdefghjkmnpqru */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "I am ill."
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqru",
                     *       "status": "cancelled",
                     *       "instructor": {
                     *         "id": "0123456789abcdefghjkmnpqrs",
                     *         "display_name": "Sarah C."
                     *       },
                     *       "student": {
                     *         "id": "0123456789abcdefghjkmnpqrv",
                     *         "display_name": "Ada L."
                     *       },
                     *       "offering_id": "0123456789abcdefghjkmnpqrt",
                     *       "service_name": "Piano",
                     *       "date": "2026-12-02",
                     *       "start_time": "11:00",
                     *       "end_time": "12:00",
                     *       "start_at": "2026-12-02T16:00:00Z",
                     *       "end_at": "2026-12-02T17:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "duration_minutes": 60,
                     *       "hourly_rate_cents": 8000,
                     *       "price_cents": 8000,
                     *       "location_type": "online",
                     *       "location_detail": null,
                     *       "student_note": null,
                     *       "instructor_note": null,
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-01T15:00:00Z",
                     *       "cancellation": {
                     *         "by": "student",
                     *         "reason": "I am ill.",
                     *         "at": "2026-12-01T15:00:00Z",
                     *         "fee_percent": 0,
                     *         "fee_cents": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["invalid_state"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_mismatch-too_late-validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    postBookingsBookingIdReschedule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable characters. The same request with the same key is done once, and answered again with what was done.
                 * @example 2f1c9a34-5d0e-4b7a-9c61-0f3e8d7b6a52
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @example 0123456789abcdefghjkmnpqru */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "date": "2026-12-03",
                 *       "start_time": "14:00"
                 *     }
                 */
                "application/json": {
                    /** @description A real date such as 2026-12-01. */
                    date?: string;
                    /** @description A time such as 09:30. */
                    start_time?: string;
                    /** @description An RFC 3339 instant such as 2026-12-01T14:00:00Z. */
                    start_at?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqru",
                     *       "status": "confirmed",
                     *       "instructor": {
                     *         "id": "0123456789abcdefghjkmnpqrs",
                     *         "display_name": "Sarah C."
                     *       },
                     *       "student": {
                     *         "id": "0123456789abcdefghjkmnpqrv",
                     *         "display_name": "Ada L."
                     *       },
                     *       "offering_id": "0123456789abcdefghjkmnpqrt",
                     *       "service_name": "Piano",
                     *       "date": "2026-12-03",
                     *       "start_time": "14:00",
                     *       "end_time": "15:00",
                     *       "start_at": "2026-12-03T19:00:00Z",
                     *       "end_at": "2026-12-03T20:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "duration_minutes": 60,
                     *       "hourly_rate_cents": 8000,
                     *       "price_cents": 8000,
                     *       "location_type": "online",
                     *       "location_detail": null,
                     *       "student_note": null,
                     *       "instructor_note": null,
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-01T15:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["invalid_state-slot_taken-student_conflict"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_mismatch-instructor_unavailable-insufficient_notice-invalid_duration-invalid_location-invalid_start-outside_availability-too_late-validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postBookingsBookingIdComplete: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable characters. The same request with the same key is done once, and answered again with what was done.
                 * @example 2f1c9a34-5d0e-4b7a-9c61-0f3e8d7b6a52
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @example 0123456789abcdefghjkmnpqru */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqru",
                     *       "status": "completed",
                     *       "instructor": {
                     *         "id": "0123456789abcdefghjkmnpqrs",
                     *         "display_name": "Sarah C."
                     *       },
                     *       "student": {
                     *         "id": "0123456789abcdefghjkmnpqrv",
                     *         "display_name": "Ada L."
                     *       },
                     *       "offering_id": "0123456789abcdefghjkmnpqrt",
                     *       "service_name": "Piano",
                     *       "date": "2026-12-02",
                     *       "start_time": "11:00",
                     *       "end_time": "12:00",
                     *       "start_at": "2026-12-02T16:00:00Z",
                     *       "end_at": "2026-12-02T17:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "duration_minutes": 60,
                     *       "hourly_rate_cents": 8000,
                     *       "price_cents": 8000,
                     *       "location_type": "online",
                     *       "location_detail": null,
                     *       "student_note": null,
                     *       "instructor_note": null,
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-02T17:05:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["invalid_state"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            422: components["responses"]["idempotency_mismatch-too_early-too_late"];
            500: components["responses"]["internal_error"];
        };
    };
    postBookingsBookingIdNoShow: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description 1 to 255 printable characters. The same request with the same key is done once, and answered again with what was done.
                 * @example 2f1c9a34-5d0e-4b7a-9c61-0f3e8d7b6a52
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag that was read. 412 if it has changed since.
                 * @example "3"
                 */
                "If-Match"?: string;
            };
            path: {
                /** @example 0123456789abcdefghjkmnpqru */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqru",
                     *       "status": "no_show",
                     *       "instructor": {
                     *         "id": "0123456789abcdefghjkmnpqrs",
                     *         "display_name": "Sarah C."
                     *       },
                     *       "student": {
                     *         "id": "0123456789abcdefghjkmnpqrv",
                     *         "display_name": "Ada L."
                     *       },
                     *       "offering_id": "0123456789abcdefghjkmnpqrt",
                     *       "service_name": "Piano",
                     *       "date": "2026-12-02",
                     *       "start_time": "11:00",
                     *       "end_time": "12:00",
                     *       "start_at": "2026-12-02T16:00:00Z",
                     *       "end_at": "2026-12-02T17:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "duration_minutes": 60,
                     *       "hourly_rate_cents": 8000,
                     *       "price_cents": 8000,
                     *       "location_type": "online",
                     *       "location_detail": null,
                     *       "student_note": null,
                     *       "instructor_note": null,
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-02T17:05:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Booking"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["invalid_state"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            422: components["responses"]["idempotency_mismatch-too_early-too_late"];
            500: components["responses"]["internal_error"];
        };
    };
    getBookingsBookingIdHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqru */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-12-01T14:00:00Z",
                     *           "by": {
                     *             "role": "student",
                     *             "display_name": "Ada L."
                     *           },
                     *           "from_status": null,
                     *           "to_status": "confirmed",
                     *           "from_start_at": null,
                     *           "to_start_at": "2026-12-02T16:00:00Z",
                     *           "reason": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["BookingEvent"][];
                    };
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    getAdminUsers: {
        parameters: {
            query?: {
                /** @example ada */
                q?: string;
                /** @example student */
                role?: "student" | "instructor" | "admin";
                /** @example active */
                status?: "active" | "suspended" | "deactivated";
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrv",
                     *           "email": "ada@example.com",
                     *           "first_name": "Ada",
                     *           "last_name": "Lovelace",
                     *           "roles": [
                     *             "student"
                     *           ],
                     *           "account_status": "active",
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "last_seen_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PersonSummary"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getAdminUsersUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrv */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrv",
                     *       "email": "ada@example.com",
                     *       "first_name": "Ada",
                     *       "last_name": "Lovelace",
                     *       "roles": [
                     *         "student"
                     *       ],
                     *       "account_status": "active",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "last_seen_at": "2026-12-01T14:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "email_verified_at": "2026-11-30T14:00:00Z",
                     *       "has_instructor_profile": false,
                     *       "permissions": [
                     *         "manage_own_profile"
                     *       ],
                     *       "overrides": [],
                     *       "bookings": {
                     *         "as_student": {
                     *           "total": 4,
                     *           "upcoming": 1,
                     *           "completed": 2,
                     *           "cancelled": 1,
                     *           "no_show": 0
                     *         },
                     *         "as_instructor": {
                     *           "total": 0,
                     *           "upcoming": 0,
                     *           "completed": 0,
                     *           "cancelled": 0,
                     *           "no_show": 0
                     *         }
                     *       },
                     *       "audit": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "action": "roles_changed",
                     *           "details": {
                     *             "from": [
                     *               "student"
                     *             ],
                     *             "to": [
                     *               "student",
                     *               "instructor"
                     *             ]
                     *           },
                     *           "actor": {
                     *             "id": "0123456789abcdefghjkmnpqrm",
                     *             "first_name": "Grace",
                     *             "last_name": "Hopper"
                     *           },
                     *           "created_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    putAdminUsersUserIdRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrv */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roles": [
                 *         "student",
                 *         "instructor"
                 *       ]
                 *     }
                 */
                "application/json": {
                    roles: ("student" | "instructor" | "admin")[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrv",
                     *       "email": "ada@example.com",
                     *       "first_name": "Ada",
                     *       "last_name": "Lovelace",
                     *       "roles": [
                     *         "student",
                     *         "instructor"
                     *       ],
                     *       "account_status": "active",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "last_seen_at": "2026-12-01T14:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "email_verified_at": "2026-11-30T14:00:00Z",
                     *       "has_instructor_profile": false,
                     *       "permissions": [
                     *         "manage_own_profile"
                     *       ],
                     *       "overrides": [],
                     *       "bookings": {
                     *         "as_student": {
                     *           "total": 4,
                     *           "upcoming": 1,
                     *           "completed": 2,
                     *           "cancelled": 1,
                     *           "no_show": 0
                     *         },
                     *         "as_instructor": {
                     *           "total": 0,
                     *           "upcoming": 0,
                     *           "completed": 0,
                     *           "cancelled": 0,
                     *           "no_show": 0
                     *         }
                     *       },
                     *       "audit": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "action": "roles_changed",
                     *           "details": {
                     *             "from": [
                     *               "student"
                     *             ],
                     *             "to": [
                     *               "student",
                     *               "instructor"
                     *             ]
                     *           },
                     *           "actor": {
                     *             "id": "0123456789abcdefghjkmnpqrm",
                     *             "first_name": "Grace",
                     *             "last_name": "Hopper"
                     *           },
                     *           "created_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden-fresh_sign_in_required"];
            404: components["responses"]["not_found"];
            409: components["responses"]["last_admin"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    putAdminUsersUserIdPermissionsPermission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrv */
                userId: string;
                /** @example cancel_own_bookings */
                permission: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "granted": false
                 *     }
                 */
                "application/json": {
                    granted: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrv",
                     *       "email": "ada@example.com",
                     *       "first_name": "Ada",
                     *       "last_name": "Lovelace",
                     *       "roles": [
                     *         "student"
                     *       ],
                     *       "account_status": "active",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "last_seen_at": "2026-12-01T14:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "email_verified_at": "2026-11-30T14:00:00Z",
                     *       "has_instructor_profile": false,
                     *       "permissions": [
                     *         "manage_own_profile"
                     *       ],
                     *       "overrides": [
                     *         {
                     *           "permission": "cancel_own_bookings",
                     *           "granted": false,
                     *           "created_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "bookings": {
                     *         "as_student": {
                     *           "total": 4,
                     *           "upcoming": 1,
                     *           "completed": 2,
                     *           "cancelled": 1,
                     *           "no_show": 0
                     *         },
                     *         "as_instructor": {
                     *           "total": 0,
                     *           "upcoming": 0,
                     *           "completed": 0,
                     *           "cancelled": 0,
                     *           "no_show": 0
                     *         }
                     *       },
                     *       "audit": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "action": "roles_changed",
                     *           "details": {
                     *             "from": [
                     *               "student"
                     *             ],
                     *             "to": [
                     *               "student",
                     *               "instructor"
                     *             ]
                     *           },
                     *           "actor": {
                     *             "id": "0123456789abcdefghjkmnpqrm",
                     *             "first_name": "Grace",
                     *             "last_name": "Hopper"
                     *           },
                     *           "created_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden-fresh_sign_in_required"];
            404: components["responses"]["not_found"];
            409: components["responses"]["last_admin"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteAdminUsersUserIdPermissionsPermission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrv */
                userId: string;
                /** @example cancel_own_bookings */
                permission: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrv",
                     *       "email": "ada@example.com",
                     *       "first_name": "Ada",
                     *       "last_name": "Lovelace",
                     *       "roles": [
                     *         "student"
                     *       ],
                     *       "account_status": "active",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "last_seen_at": "2026-12-01T14:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "email_verified_at": "2026-11-30T14:00:00Z",
                     *       "has_instructor_profile": false,
                     *       "permissions": [
                     *         "manage_own_profile"
                     *       ],
                     *       "overrides": [],
                     *       "bookings": {
                     *         "as_student": {
                     *           "total": 4,
                     *           "upcoming": 1,
                     *           "completed": 2,
                     *           "cancelled": 1,
                     *           "no_show": 0
                     *         },
                     *         "as_instructor": {
                     *           "total": 0,
                     *           "upcoming": 0,
                     *           "completed": 0,
                     *           "cancelled": 0,
                     *           "no_show": 0
                     *         }
                     *       },
                     *       "audit": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "action": "roles_changed",
                     *           "details": {
                     *             "from": [
                     *               "student"
                     *             ],
                     *             "to": [
                     *               "student",
                     *               "instructor"
                     *             ]
                     *           },
                     *           "actor": {
                     *             "id": "0123456789abcdefghjkmnpqrm",
                     *             "first_name": "Grace",
                     *             "last_name": "Hopper"
                     *           },
                     *           "created_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden-fresh_sign_in_required"];
            404: components["responses"]["not_found"];
            409: components["responses"]["last_admin"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    putAdminUsersUserIdStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrv */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "suspended"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status: "active" | "suspended" | "deactivated";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrv",
                     *       "email": "ada@example.com",
                     *       "first_name": "Ada",
                     *       "last_name": "Lovelace",
                     *       "roles": [
                     *         "student"
                     *       ],
                     *       "account_status": "suspended",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "last_seen_at": "2026-12-01T14:00:00Z",
                     *       "timezone": "America/New_York",
                     *       "email_verified_at": "2026-11-30T14:00:00Z",
                     *       "has_instructor_profile": false,
                     *       "permissions": [
                     *         "manage_own_profile"
                     *       ],
                     *       "overrides": [],
                     *       "bookings": {
                     *         "as_student": {
                     *           "total": 4,
                     *           "upcoming": 1,
                     *           "completed": 2,
                     *           "cancelled": 1,
                     *           "no_show": 0
                     *         },
                     *         "as_instructor": {
                     *           "total": 0,
                     *           "upcoming": 0,
                     *           "completed": 0,
                     *           "cancelled": 0,
                     *           "no_show": 0
                     *         }
                     *       },
                     *       "audit": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "action": "roles_changed",
                     *           "details": {
                     *             "from": [
                     *               "student"
                     *             ],
                     *             "to": [
                     *               "student",
                     *               "instructor"
                     *             ]
                     *           },
                     *           "actor": {
                     *             "id": "0123456789abcdefghjkmnpqrm",
                     *             "first_name": "Grace",
                     *             "last_name": "Hopper"
                     *           },
                     *           "created_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden-fresh_sign_in_required"];
            404: components["responses"]["not_found"];
            409: components["responses"]["future_bookings-last_admin"];
            412: components["responses"]["precondition_failed"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    getBookingsBookingIdCalendarIcs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqru */
                bookingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    getCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exists": true,
                     *       "created_at": "2026-12-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CalendarFeed"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    postCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "https://instainstru.example/api/calendar/kq3Vb0cV7yq6m1n2o3p4q5r6s7t8u9v0w1x2y3z4a5b.ics",
                     *       "free_busy_url": "https://instainstru.example/api/calendar/free-busy/kq3Vb0cV7yq6m1n2o3p4q5r6s7t8u9v0w1x2y3z4a5b.ics"
                     *     }
                     */
                    "application/json": components["schemas"]["NewCalendarFeed"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteCalendarFeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getCalendarFreeBusyFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that is known. 304 without a body while it stands.
                 * @example "5f0c2d9b7a1e4c8361d2f4a90b7c6e58"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @example kq3Vb0cV7yq6m1n2o3p4q5r6s7t8u9v0w1x2y3z4a5b.ics */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description It is still what If-None-Match names. */
            304: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    getCalendarFile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag that is known. 304 without a body while it stands.
                 * @example "5f0c2d9b7a1e4c8361d2f4a90b7c6e58"
                 */
                "If-None-Match"?: string;
            };
            path: {
                /** @example kq3Vb0cV7yq6m1n2o3p4q5r6s7t8u9v0w1x2y3z4a5b.ics */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description It is still what If-None-Match names. */
            304: {
                headers: {
                    /** @description What is answered, as a tag. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    getPrivacyExportMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "format": "instainstru-personal-data-1",
                     *       "exported_at": "2026-12-01T14:00:00Z",
                     *       "account": {
                     *         "email": "ada@example.com",
                     *         "first_name": "Ada",
                     *         "last_name": "Lovelace"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["fresh_sign_in_required"];
            500: components["responses"]["internal_error"];
        };
    };
    getPrivacyExportUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "format": "instainstru-personal-data-1",
                     *       "exported_at": "2026-12-01T14:00:00Z",
                     *       "account": {
                     *         "email": "ada@example.com",
                     *         "first_name": "Ada",
                     *         "last_name": "Lovelace"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden-fresh_sign_in_required"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    postPrivacyDeleteMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "anonymize",
                 *       "password": "a long sentence to remember"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    mode: "delete" | "anonymize";
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "anonymize",
                     *       "erased_at": "2026-12-01T14:00:00Z",
                     *       "cancelled_lessons": 1,
                     *       "removed": {
                     *         "sessions": 2,
                     *         "search_history": 10
                     *       },
                     *       "anonymized": {
                     *         "bookings": 4
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            409: components["responses"]["future_bookings-last_admin"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    postPrivacyDeleteUserId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "delete"
                 *     }
                 */
                "application/json": {
                    /**
                     * @default delete
                     * @enum {string}
                     */
                    mode?: "delete" | "anonymize";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "delete",
                     *       "erased_at": "2026-12-01T14:00:00Z",
                     *       "cancelled_lessons": 1,
                     *       "removed": {
                     *         "sessions": 2,
                     *         "search_history": 10
                     *       },
                     *       "anonymized": {
                     *         "bookings": 4
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden-fresh_sign_in_required"];
            404: components["responses"]["not_found"];
            409: components["responses"]["future_bookings-last_admin"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    putPrivacyChoices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "measuring_declined": true,
                 *       "clear_searches": true
                 *     }
                 */
                "application/json": {
                    measuring_declined?: boolean;
                    clear_searches?: boolean;
                };
            };
        };
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    getPrivacyStatistics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "users": {
                     *         "active": 250,
                     *         "suspended": 1,
                     *         "deactivated": 3,
                     *         "erased": 2
                     *       },
                     *       "tables": [
                     *         {
                     *           "table": "sessions",
                     *           "rows": 310,
                     *           "kept": "Until it expires.",
                     *           "kept_days": null,
                     *           "oldest_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "last_run": {
                     *         "date": "2026-12-01",
                     *         "is_done": true,
                     *         "started_at": "2026-12-01T14:00:00Z",
                     *         "finished_at": "2026-12-01T14:00:00Z",
                     *         "rows": {
                     *           "sessions": 12,
                     *           "search_events": 340
                     *         },
                     *         "is_complete": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["PrivacyStatistics"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    postPrivacyRetentionApply: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": {
                     *         "sessions": 12,
                     *         "search_events": 340
                     *       },
                     *       "is_complete": true
                     *     }
                     */
                    "application/json": components["schemas"]["Retention"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden-fresh_sign_in_required"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getSearchInstructors: {
        parameters: {
            query?: {
                /** @example piano under $90 */
                q?: string;
                /** @example piano */
                service?: "" | string;
                /** @example music */
                category?: "" | string;
                /** @example 4000 */
                min_price_cents?: "" | string;
                /** @example 9000 */
                max_price_cents?: "" | string;
                /** @example 2026-12-01 */
                date_from?: "" | string;
                /** @example 2026-12-07 */
                date_to?: "" | string;
                /** @example 16:00 */
                time_from?: "" | string;
                /** @example 20:00 */
                time_to?: "" | string;
                /** @example park-slope */
                area?: "" | string;
                /** @example online */
                mode?: "" | ("online" | "in_person");
                /** @example beginner */
                level?: "" | ("beginner" | "intermediate" | "advanced" | "elementary" | "middle_school" | "high_school" | "college");
                /** @example kids */
                audience?: "" | ("kids" | "teens" | "adults" | "seniors");
                /** @example relevance */
                sort?: "relevance" | "price_asc" | "price_desc" | "soonest" | "experience";
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "query": "piano under $90",
                     *       "parsed": {
                     *         "services": [
                     *           "piano"
                     *         ],
                     *         "category": null,
                     *         "price": {
                     *           "min_cents": null,
                     *           "max_cents": 9000
                     *         },
                     *         "dates": null,
                     *         "weekdays": null,
                     *         "time": null,
                     *         "areas": [],
                     *         "near_me": false,
                     *         "mode": null,
                     *         "level": null,
                     *         "audience": null,
                     *         "age": null,
                     *         "corrections": [],
                     *         "unmatched": []
                     *       },
                     *       "items": [
                     *         {
                     *           "instructor": {
                     *             "id": "0123456789abcdefghjkmnpqrs",
                     *             "display_name": "Sarah C.",
                     *             "bio": "I have taught piano to children and adults for twelve years.",
                     *             "years_experience": 12,
                     *             "timezone": "America/New_York",
                     *             "minimum_notice_hours": 2,
                     *             "areas": [
                     *               {
                     *                 "slug": "park-slope",
                     *                 "name": "Park Slope",
                     *                 "borough": "Brooklyn"
                     *               }
                     *             ],
                     *             "offerings": [
                     *               {
                     *                 "id": "0123456789abcdefghjkmnpqrt",
                     *                 "service": {
                     *                   "slug": "piano",
                     *                   "name": "Piano",
                     *                   "category": "music"
                     *                 },
                     *                 "hourly_rate_cents": 8000,
                     *                 "duration_options": [
                     *                   30,
                     *                   60
                     *                 ],
                     *                 "location_types": [
                     *                   "online",
                     *                   "student_home"
                     *                 ],
                     *                 "levels": [
                     *                   "beginner"
                     *                 ],
                     *                 "audiences": [
                     *                   "kids"
                     *                 ],
                     *                 "description": "From the first notes on."
                     *               }
                     *             ]
                     *           },
                     *           "offering": {
                     *             "id": "0123456789abcdefghjkmnpqrt",
                     *             "service": {
                     *               "slug": "piano",
                     *               "name": "Piano",
                     *               "category": "music"
                     *             },
                     *             "hourly_rate_cents": 8000,
                     *             "duration_options": [
                     *               30,
                     *               60
                     *             ],
                     *             "location_types": [
                     *               "online",
                     *               "student_home"
                     *             ],
                     *             "levels": [
                     *               "beginner"
                     *             ],
                     *             "audiences": [
                     *               "kids"
                     *             ],
                     *             "description": "From the first notes on."
                     *           },
                     *           "next_slot": {
                     *             "found": true,
                     *             "date": "2026-12-02",
                     *             "start_time": "11:00",
                     *             "end_time": "12:00",
                     *             "start_at": "2026-12-02T16:00:00Z",
                     *             "end_at": "2026-12-02T17:00:00Z",
                     *             "duration_minutes": 60,
                     *             "timezone": "America/New_York"
                     *           },
                     *           "match_score": 0.9342,
                     *           "why": [
                     *             "teaches Piano",
                     *             "$80/h",
                     *             "free Wed 11 AM",
                     *             "Park Slope"
                     *           ]
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false,
                     *       "applied_filters": [
                     *         {
                     *           "kind": "price",
                     *           "label": "up to $90",
                     *           "without": {
                     *             "q": "piano"
                     *           }
                     *         }
                     *       ],
                     *       "suggestions": [
                     *         {
                     *           "kind": "online",
                     *           "label": "online",
                     *           "count": 9,
                     *           "params": {
                     *             "q": "piano",
                     *             "mode": "online"
                     *           }
                     *         }
                     *       ],
                     *       "search_event_id": "0123456789abcdefghjkmnpqrw"
                     *     }
                     */
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            400: components["responses"]["empty_query-invalid_parameter-query_too_long-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getSearchComplete: {
        parameters: {
            query: {
                /** @example pia */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "service",
                     *           "slug": "piano",
                     *           "name": "Piano"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Completion"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["rate_limited"];
            500: components["responses"]["internal_error"];
        };
    };
    getSearchHistory: {
        parameters: {
            query?: {
                /** @example 3 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "query": "piano under $90",
                     *           "search_type": "natural_language",
                     *           "search_count": 3,
                     *           "result_count": 12,
                     *           "first_searched_at": "2026-11-30T14:00:00Z",
                     *           "last_searched_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["HistoryEntry"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    postSearchHistoryInteractions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "search_event_id": "0123456789abcdefghjkmnpqrw",
                 *       "interactions": [
                 *         {
                 *           "type": "click",
                 *           "instructor_id": "0123456789abcdefghjkmnpqrs",
                 *           "position": 1,
                 *           "elapsed_ms": 2400
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    search_event_id: string;
                    interactions: {
                        /** @enum {string} */
                        type: "impression" | "hover" | "click" | "view_profile";
                        instructor_id: string;
                        position: number;
                        elapsed_ms: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Taken on; it is done later. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accepted": 1
                     *     }
                     */
                    "application/json": {
                        accepted: number;
                    };
                };
            };
            400: components["responses"]["malformed_json"];
            403: components["responses"]["csrf"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteSearchHistoryId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getAnnouncementsCurrent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "announcement": {
                     *         "id": "0123456789abcdefghjkmnpqrz",
                     *         "title": "Closed over the holidays",
                     *         "body": "Lessons that are booked take place.",
                     *         "link_path": "/services"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CurrentAnnouncement"];
                };
            };
            500: components["responses"]["internal_error"];
        };
    };
    postAnnouncementsAnnouncementIdDismiss: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrz */
                announcementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: components["responses"]["csrf"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getAdminAnnouncements: {
        parameters: {
            query?: {
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrz",
                     *           "title": "Closed over the holidays",
                     *           "body": "Lessons that are booked take place.",
                     *           "link_path": "/services",
                     *           "audience": "everyone",
                     *           "priority": 10,
                     *           "starts_at": "2026-12-21T05:00:00Z",
                     *           "ends_at": "2027-01-04T05:00:00Z",
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "updated_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Announcement"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    postAdminAnnouncements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Closed over the holidays",
                 *       "body": "Lessons that are booked take place.",
                 *       "link_path": "/services",
                 *       "audience": "everyone",
                 *       "priority": 10,
                 *       "starts_at": "2026-12-21T05:00:00Z",
                 *       "ends_at": "2027-01-04T05:00:00Z"
                 *     }
                 */
                "application/json": {
                    title: string;
                    body?: string | null;
                    link_path?: string | null;
                    /**
                     * @default everyone
                     * @enum {string}
                     */
                    audience?: "everyone" | "guests" | "students" | "instructors";
                    /** @default 0 */
                    priority?: number;
                    /** @description An RFC 3339 instant such as 2026-12-01T14:00:00Z. */
                    starts_at: string;
                    /** @description An RFC 3339 instant such as 2026-12-01T14:00:00Z. */
                    ends_at: string;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    /** @description The path of what was made. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrz",
                     *       "title": "Closed over the holidays",
                     *       "body": "Lessons that are booked take place.",
                     *       "link_path": "/services",
                     *       "audience": "everyone",
                     *       "priority": 10,
                     *       "starts_at": "2026-12-21T05:00:00Z",
                     *       "ends_at": "2027-01-04T05:00:00Z",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Announcement"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    getAdminAnnouncementsAnnouncementId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrz */
                announcementId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrz",
                     *       "title": "Closed over the holidays",
                     *       "body": "Lessons that are booked take place.",
                     *       "link_path": "/services",
                     *       "audience": "everyone",
                     *       "priority": 10,
                     *       "starts_at": "2026-12-21T05:00:00Z",
                     *       "ends_at": "2027-01-04T05:00:00Z",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Announcement"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    putAdminAnnouncementsAnnouncementId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrz */
                announcementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Closed over the holidays",
                 *       "body": "Lessons that are booked take place.",
                 *       "link_path": "/services",
                 *       "audience": "everyone",
                 *       "priority": 10,
                 *       "starts_at": "2026-12-21T05:00:00Z",
                 *       "ends_at": "2027-01-04T05:00:00Z"
                 *     }
                 */
                "application/json": {
                    title: string;
                    body?: string | null;
                    link_path?: string | null;
                    /**
                     * @default everyone
                     * @enum {string}
                     */
                    audience?: "everyone" | "guests" | "students" | "instructors";
                    /** @default 0 */
                    priority?: number;
                    /** @description An RFC 3339 instant such as 2026-12-01T14:00:00Z. */
                    starts_at: string;
                    /** @description An RFC 3339 instant such as 2026-12-01T14:00:00Z. */
                    ends_at: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrz",
                     *       "title": "Closed over the holidays",
                     *       "body": "Lessons that are booked take place.",
                     *       "link_path": "/services",
                     *       "audience": "everyone",
                     *       "priority": 10,
                     *       "starts_at": "2026-12-21T05:00:00Z",
                     *       "ends_at": "2027-01-04T05:00:00Z",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "updated_at": "2026-12-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Announcement"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    getServiceAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "service": "piano"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            service: string;
                        }[];
                    };
                };
            };
            401: components["responses"]["unauthenticated"];
            500: components["responses"]["internal_error"];
        };
    };
    putServiceAlertsService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example piano */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteServiceAlertsService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example piano */
                service: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "name": "Studio display",
                     *           "scopes": [
                     *             "public:read"
                     *           ],
                     *           "hint": "z4a5",
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "expires_at": "2027-03-01T14:00:00Z",
                     *           "last_used_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                    };
                };
            };
            401: components["responses"]["unauthenticated"];
            500: components["responses"]["internal_error"];
        };
    };
    postApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Studio display",
                 *       "scopes": [
                 *         "public:read"
                 *       ],
                 *       "expires_in_days": 90
                 *     }
                 */
                "application/json": {
                    name: string;
                    scopes: ("public:read" | "bookings:read")[];
                    /** @default 90 */
                    expires_in_days?: number;
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrs",
                     *       "name": "Studio display",
                     *       "scopes": [
                     *         "public:read"
                     *       ],
                     *       "hint": "z4a5",
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "expires_at": "2027-03-01T14:00:00Z",
                     *       "last_used_at": null,
                     *       "key": "ik_live_an-example-that-opens-nothing"
                     *     }
                     */
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf"];
            409: components["responses"]["limit_reached"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteApiKeysId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "url": "https://studio.example/hooks",
                     *           "events": [
                     *             "booking.created"
                     *           ],
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "secret_rotated_at": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Webhook"][];
                    };
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    postWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://studio.example/hooks",
                 *       "events": [
                 *         "booking.created"
                 *       ]
                 *     }
                 */
                "application/json": {
                    url: string;
                    events: ("booking.created" | "booking.rescheduled" | "booking.cancelled" | "booking.completed" | "booking.no_show")[];
                };
            };
        };
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrs",
                     *       "url": "https://studio.example/hooks",
                     *       "events": [
                     *         "booking.created"
                     *       ],
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "secret_rotated_at": null,
                     *       "secret": "whsec_5f0c2d9b7a1e4c8361d2f4a90b7c6e583a1d0f9e8b7c6d5a4f3e2d1c0b9a8f7e"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            400: components["responses"]["malformed_json"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            409: components["responses"]["limit_reached"];
            413: components["responses"]["payload_too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["validation_failed"];
            500: components["responses"]["internal_error"];
        };
    };
    getWebhooksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrs",
                     *       "url": "https://studio.example/hooks",
                     *       "events": [
                     *         "booking.created"
                     *       ],
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "secret_rotated_at": null
                     *     }
                     */
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    deleteWebhooksId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    postWebhooksIdRotateSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqrs",
                     *       "url": "https://studio.example/hooks",
                     *       "events": [
                     *         "booking.created"
                     *       ],
                     *       "created_at": "2026-12-01T14:00:00Z",
                     *       "secret_rotated_at": "2026-12-01T14:00:00Z",
                     *       "secret": "whsec_5f0c2d9b7a1e4c8361d2f4a90b7c6e583a1d0f9e8b7c6d5a4f3e2d1c0b9a8f7e"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getWebhooksIdDeliveries: {
        parameters: {
            query?: {
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrp",
                     *           "type": "booking.created",
                     *           "booking_id": "0123456789abcdefghjkmnpqru",
                     *           "status": "delivered",
                     *           "attempts": 1,
                     *           "last_status": 204,
                     *           "last_error": null,
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "next_attempt_at": null,
                     *           "delivered_at": "2026-12-01T14:00:00Z"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["WebhookDelivery"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["not_found"];
            500: components["responses"]["internal_error"];
        };
    };
    postWebhooksIdDeliveriesEventIdReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqrs */
                id: string;
                /** @example 0123456789abcdefghjkmnpqrp */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it is done later. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getAnalyticsSearchSearchTrends: {
        parameters: {
            query?: {
                /** @example 30 */
                days?: string;
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "date": "2026-11-30",
                     *           "total_searches": 120,
                     *           "unique_users": 40,
                     *           "unique_guests": 50
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["TrendDay"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getAnalyticsSearchSearchAnalyticsSummary: {
        parameters: {
            query?: {
                /** @example 30 */
                days?: string;
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "date_range": {
                     *         "start_date": "2026-11-24",
                     *         "end_date": "2026-11-30"
                     *       },
                     *       "totals": {
                     *         "total_searches": 120,
                     *         "unique_users": 40,
                     *         "unique_guests": 50
                     *       },
                     *       "search_types": {
                     *         "natural_language": {
                     *           "count": 90,
                     *           "percentage": 75
                     *         },
                     *         "category": {
                     *           "count": 30,
                     *           "percentage": 25
                     *         }
                     *       },
                     *       "performance": {
                     *         "zero_result_rate": 5,
                     *         "average_results": 8.4,
                     *         "median_results": 7,
                     *         "click_rate": 40
                     *       },
                     *       "change_percent": {
                     *         "total_searches": 20,
                     *         "unique_users": 25,
                     *         "unique_guests": 0
                     *       },
                     *       "previous": {
                     *         "date_range": {
                     *           "start_date": "2026-11-17",
                     *           "end_date": "2026-11-23"
                     *         },
                     *         "totals": {
                     *           "total_searches": 100,
                     *           "unique_users": 32,
                     *           "unique_guests": 50
                     *         },
                     *         "performance": {
                     *           "zero_result_rate": 6,
                     *           "average_results": 8.4,
                     *           "median_results": 7,
                     *           "click_rate": 35
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SearchSummary"];
                };
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getAnalyticsSearchConversionMetrics: {
        parameters: {
            query?: {
                /** @example 30 */
                days?: string;
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "searches": 120,
                     *       "viewed": 48,
                     *       "booked": 12,
                     *       "search_to_view_rate": 40,
                     *       "view_to_booking_rate": 25,
                     *       "search_to_booking_rate": 10,
                     *       "previous": {
                     *         "searches": 100,
                     *         "viewed": 30,
                     *         "booked": 6,
                     *         "search_to_view_rate": 30,
                     *         "view_to_booking_rate": 20,
                     *         "search_to_booking_rate": 6
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Conversion"];
                };
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getAnalyticsSearchSearchPerformance: {
        parameters: {
            query?: {
                /** @example 30 */
                days?: string;
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "zero_result_rate": 5,
                     *       "average_results": 8.4,
                     *       "median_results": 7,
                     *       "click_rate": 40,
                     *       "previous": {
                     *         "zero_result_rate": 6,
                     *         "average_results": 8.4,
                     *         "median_results": 7,
                     *         "click_rate": 35
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SearchPerformance"];
                };
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getAnalyticsSearchServicePerformance: {
        parameters: {
            query?: {
                /** @example 30 */
                days?: string;
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "service": "piano",
                     *           "computed_at": "2026-12-01T14:00:00Z",
                     *           "searches": 120,
                     *           "viewed": 48,
                     *           "booked": 12,
                     *           "searches_7d": 42,
                     *           "searches_30d": 120,
                     *           "search_to_view_rate": 40,
                     *           "view_to_booking_rate": 25,
                     *           "price_quartile_1_cents": 6000,
                     *           "price_median_cents": 8000,
                     *           "price_quartile_3_cents": 10000,
                     *           "usual_duration_minutes": 60,
                     *           "peak_hour": 17,
                     *           "peak_weekday": 3,
                     *           "lessons_90d": 84,
                     *           "completion_rate": 95,
                     *           "instructor_count": 14,
                     *           "weekly_hours_offered": 210,
                     *           "searches_per_hour_offered": 0.2,
                     *           "demand_score": 88.1,
                     *           "trend": 1.77,
                     *           "is_trending": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ServicePerformance"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getAnalyticsSearchPopularSearches: {
        parameters: {
            query?: {
                /** @example 30 */
                days?: string;
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
                /** @example 20 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "query": "piano under $90",
                     *           "search_count": 44,
                     *           "unique_users": 31,
                     *           "average_results": 8.4
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["PopularSearch"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getAnalyticsSearchZeroResults: {
        parameters: {
            query?: {
                /** @example 30 */
                days?: string;
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
                /** @example 20 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "query": "theremin",
                     *           "search_count": 4,
                     *           "unique_users": 3,
                     *           "average_results": 0,
                     *           "zero_result_count": 4,
                     *           "would_match": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ZeroResultSearch"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getAnalyticsSearchReferrers: {
        parameters: {
            query?: {
                /** @example 30 */
                days?: string;
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
                /** @example 20 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "value": "search.example",
                     *           "search_count": 30,
                     *           "percentage": 25,
                     *           "viewed": 12,
                     *           "booked": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ReferrerCount"][];
                    };
                };
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    postAnalyticsExport: {
        parameters: {
            query: {
                /** @example 30 */
                days?: string;
                /** @example 2026-12-01 */
                start_date?: string;
                /** @example 2026-12-30 */
                end_date?: string;
                /** @example 500 */
                limit?: string;
                /** @example csv */
                format: "csv";
                /** @example search-trends */
                report?: "search-trends" | "popular-searches" | "zero-results" | "referrers" | "service-performance";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["invalid_parameter-invalid_range-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getMetricsPrometheus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getMonitoringDashboard: {
        parameters: {
            query?: {
                /** @example 24 */
                hours?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": {
                     *         "requests": 1000,
                     *         "failures": 1,
                     *         "error_share": 0.001,
                     *         "p50_ms": 12,
                     *         "p95_ms": 48,
                     *         "cache_hit_rate": 0.9,
                     *         "statements": 1840,
                     *         "rows_read": 20600,
                     *         "rows_written": 310,
                     *         "query_ms": 920
                     *       },
                     *       "hours": [
                     *         {
                     *           "hour_at": "2026-12-01T14:00:00Z",
                     *           "requests": 1000,
                     *           "failures": 1,
                     *           "error_share": 0.001,
                     *           "p50_ms": 12,
                     *           "p95_ms": 48,
                     *           "cache_hit_rate": 0.9,
                     *           "statements": 1840,
                     *           "rows_read": 20600,
                     *           "rows_written": 310,
                     *           "query_ms": 920
                     *         }
                     *       ],
                     *       "jobs": [
                     *         {
                     *           "job": "retention",
                     *           "is_daily": true,
                     *           "last_success_at": "2026-12-01T14:00:00Z",
                     *           "last_failure_at": null,
                     *           "is_missed": false
                     *         }
                     *       ],
                     *       "rollup": {
                     *         "counted_at": "2026-12-01T14:00:00Z",
                     *         "lag_ms": 42000
                     *       },
                     *       "open_alerts": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getMonitoringSlowRequests: {
        parameters: {
            query?: {
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "request_id": "0123456789abcdefghjkmnpqrx",
                     *           "method": "GET",
                     *           "route": "/api/search/instructors",
                     *           "status": 200,
                     *           "duration_ms": 612,
                     *           "rows_read": 240,
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "database_wait_ms": 540
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SlowRequest"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getMonitoringSlowQueries: {
        parameters: {
            query?: {
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqrs",
                     *           "request_id": "0123456789abcdefghjkmnpqrx",
                     *           "method": "GET",
                     *           "route": "/api/search/instructors",
                     *           "status": 200,
                     *           "duration_ms": 612,
                     *           "rows_read": 240,
                     *           "created_at": "2026-12-01T14:00:00Z",
                     *           "statement": "SELECT id FROM bookings WHERE instructor_id = ?"
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["SlowQuery"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getMonitoringAlerts: {
        parameters: {
            query?: {
                /** @example 1 */
                page?: string;
                /** @example 20 */
                per_page?: string;
                /** @example open */
                state?: "open" | "acknowledged";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0123456789abcdefghjkmnpqry",
                     *           "kind": "slow_requests",
                     *           "severity": "warning",
                     *           "message": "One request in twenty took longer than 640 ms; 500 ms is the limit.",
                     *           "value": 640,
                     *           "threshold": 500,
                     *           "details": null,
                     *           "raised_at": "2026-12-01T14:00:00Z",
                     *           "acknowledged_at": null
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "page": 1,
                     *       "per_page": 20,
                     *       "has_next": false,
                     *       "has_prev": false
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Alert"][];
                        total: number;
                        page: number;
                        per_page: number;
                        has_next: boolean;
                        has_prev: boolean;
                    };
                };
            };
            400: components["responses"]["invalid_parameter-unknown_parameter"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    postMonitoringAlertsAlertIdAcknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0123456789abcdefghjkmnpqry */
                alertId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0123456789abcdefghjkmnpqry",
                     *       "kind": "slow_requests",
                     *       "severity": "warning",
                     *       "message": "One request in twenty took longer than 640 ms; 500 ms is the limit.",
                     *       "value": 640,
                     *       "threshold": 500,
                     *       "details": null,
                     *       "raised_at": "2026-12-01T14:00:00Z",
                     *       "acknowledged_at": "2026-12-01T15:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Alert"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["csrf-forbidden"];
            404: components["responses"]["not_found"];
            413: components["responses"]["payload_too_large"];
            500: components["responses"]["internal_error"];
        };
    };
    getMonitoringCache: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "last_15_minutes": {
                     *         "hit_rate": 0.9,
                     *         "caches": [
                     *           {
                     *             "cache": "availability",
                     *             "hits": 440,
                     *             "misses": 60,
                     *             "hit_rate": 0.88
                     *           },
                     *           {
                     *             "cache": "listings",
                     *             "hits": 460,
                     *             "misses": 40,
                     *             "hit_rate": 0.92
                     *           }
                     *         ]
                     *       },
                     *       "last_24_hours": {
                     *         "hit_rate": 0.9,
                     *         "caches": [
                     *           {
                     *             "cache": "availability",
                     *             "hits": 440,
                     *             "misses": 60,
                     *             "hit_rate": 0.88
                     *           },
                     *           {
                     *             "cache": "listings",
                     *             "hits": 460,
                     *             "misses": 40,
                     *             "hit_rate": 0.92
                     *           }
                     *         ]
                     *       },
                     *       "hours": [
                     *         {
                     *           "hour_at": "2026-12-01T14:00:00Z",
                     *           "hit_rate": 0.9,
                     *           "caches": [
                     *             {
                     *               "cache": "availability",
                     *               "hits": 440,
                     *               "misses": 60,
                     *               "hit_rate": 0.88
                     *             },
                     *             {
                     *               "cache": "listings",
                     *               "hits": 460,
                     *               "misses": 40,
                     *               "hit_rate": 0.92
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "is_alarming": false
                     *     }
                     */
                    "application/json": components["schemas"]["CacheReport"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getMonitoringDatabase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "size_bytes": 52428800,
                     *       "limit_bytes": 524288000,
                     *       "used_share": 0.1,
                     *       "is_alarming": false,
                     *       "last_24_hours": {
                     *         "statements": 1840,
                     *         "rows_read": 20600,
                     *         "rows_written": 310,
                     *         "query_ms": 920
                     *       },
                     *       "hours": [
                     *         {
                     *           "hour_at": "2026-12-01T14:00:00Z",
                     *           "statements": 1840,
                     *           "rows_read": 20600,
                     *           "rows_written": 310,
                     *           "query_ms": 920
                     *         }
                     *       ],
                     *       "slow_queries": 0,
                     *       "overlapping_lessons": 0,
                     *       "measured_at": "2026-12-01T14:00:00Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DatabaseReport"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
    getMonitoringQueues: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "queues": [
                     *         {
                     *           "queue": "events",
                     *           "messages": 2,
                     *           "oldest_at": "2026-12-01T13:59:58Z"
                     *         }
                     *       ],
                     *       "outbox": {
                     *         "pending": 1,
                     *         "oldest_at": "2026-12-01T13:59:30Z",
                     *         "failed": 0
                     *       },
                     *       "dead_letters": {
                     *         "total": 1,
                     *         "newest": [
                     *           {
                     *             "id": "0123456789abcdefghjkmnpqry",
                     *             "queue": "events",
                     *             "attempts": 5,
                     *             "created_at": "2026-12-01T14:00:00Z"
                     *           }
                     *         ]
                     *       },
                     *       "jobs": [
                     *         {
                     *           "job": "retention",
                     *           "is_daily": true,
                     *           "last_success_at": "2026-12-01T14:00:00Z",
                     *           "last_failure_at": null,
                     *           "is_missed": false
                     *         }
                     *       ],
                     *       "rollup": {
                     *         "counted_at": "2026-12-01T14:00:00Z",
                     *         "lag_ms": 42000
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["QueueReport"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            500: components["responses"]["internal_error"];
        };
    };
}
